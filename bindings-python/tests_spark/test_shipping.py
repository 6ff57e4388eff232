"""The package travels to executors that do not have it, as the page says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyspark

import bosoto

PACKAGE = Path(bosoto.__file__).parent
PROGRAM = """
import sys
from pyspark.sql import SparkSession

archive, package = sys.argv[1:]
sys.path.insert(0, package)
settings = {
    "spark.archives": f"{archive}#packages",
    "spark.executorEnv.PYTHONPATH": "packages",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
}
spark = SparkSession.builder.master("local-cluster[1,1,1024]").config(map=settings).getOrCreate()

def home(batches):
    import bosoto
    import pyarrow as pa
    yield pa.RecordBatch.from_pydict({"home": [bosoto.__file__]})

print("home", spark.range(1).coalesce(1).mapInArrow(home, "home string").first()["home"])

import bosoto.spark
persons = spark.sql("select '10670' as HOSPCODE, id % 2 || '' as PID from range(4)")
found = bosoto.spark.validate({"PERSON": persons}, rules=["duplicate_key"])
print("duplicates", found.findings.count())
"""


def test_executors_take_the_package_from_an_archive(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    shutil.copytree(PACKAGE, packages / "bosoto")
    archive = shutil.make_archive(str(tmp_path / "bosoto"), "zip", packages)
    # Where its executors work, Spark would leave what they did.
    spark_home = tmp_path / "spark"
    spark_home.mkdir()
    for path in Path(pyspark.__file__).parent.iterdir():
        if path.name != "work":
            (spark_home / path.name).symlink_to(path)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_HOME": str(spark_home),
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, archive, str(PACKAGE.parent)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    home, duplicates = done.stdout.strip().splitlines()[-2:]
    assert str(spark_home / "work") in home
    assert duplicates == "duplicates 2"
