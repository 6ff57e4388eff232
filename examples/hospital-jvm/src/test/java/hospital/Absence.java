package hospital;

import io.github.bosoto.compulsory.Envelope;
import io.github.bosoto.compulsory.RecordTrace;
import io.github.bosoto.compulsory.ReportAbsence;
import io.github.bosoto.compulsory.TraceMethod;
import java.time.LocalDate;
import java.util.UUID;

/** A case whose next command, the report of an absence, sends a notice and a letter. */
final class Absence {
    static final String CASE = "C-1";

    private Absence() {}

    static void prepare(Hospital hospital, String caseId) throws Exception {
        Demo.missed(hospital, caseId);
        trace(hospital, caseId, "2025-01-28", TraceMethod.PHONE);
        trace(hospital, caseId, "2025-02-04", TraceMethod.HOME_VISIT);
    }

    private static void trace(Hospital hospital, String caseId, String day, TraceMethod method) throws Exception {
        RecordTrace trace = new RecordTrace(LocalDate.parse(day), method, "ไม่พบผู้ป่วย");
        hospital.act(caseId, Demo.sent(day + "T11:00", Demo.NURSE, trace)).accepted();
    }

    static Envelope report() {
        return new Envelope(UUID.randomUUID().toString(), null, Demo.at("2025-02-06T09:00"), null, Demo.NURSE, true, new ReportAbsence());
    }
}
