@file:JvmName("Suspending")

package io.github.bosoto

import io.github.bosoto.contract.Action
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.DecisionOf
import io.github.bosoto.contract.EnvelopeOf
import io.github.bosoto.contract.LifecycleOf
import io.github.bosoto.contract.Obligation
import io.github.bosoto.contract.Rows
import io.github.bosoto.contract.WorklistQuery
import java.time.LocalDate
import java.time.OffsetDateTime
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/** Does anything of the library away from the thread that asks: a screen's main thread is never kept waiting. */
public suspend fun <R> away(on: CoroutineDispatcher = Dispatchers.Default, work: () -> R): R = withContext(on) { work() }

/** [Case.act], away from the thread that asks. What is begun is done, and is answered also to who is cancelled meanwhile. */
public suspend fun <D : DecisionOf> Case.actAway(envelope: EnvelopeOf<D>, policy: Policy? = null): D {
    currentCoroutineContext().ensureActive()
    return withContext(Dispatchers.Default + NonCancellable) { act(envelope, policy) }
}

/** [Case.decide], away from the thread that asks. */
public suspend fun <D : DecisionOf> Case.decideAway(envelope: EnvelopeOf<D>, policy: Policy? = null): D =
    away { decide(envelope, policy) }

/** [Case.actions], away from the thread that asks. */
public suspend fun Case.actionsAway(by: Actor, at: OffsetDateTime, policy: Policy? = null): List<Action> =
    away { actions(by, at, policy) }

/** [Case.obligations], away from the thread that asks. */
public suspend fun Case.obligationsAway(on: LocalDate, policy: Policy? = null, known: LocalDate? = null): List<Obligation> =
    away { obligations(on, policy, known) }

/** [Case.replay], away from the thread that asks. */
public suspend fun replayAway(lifecycle: LifecycleOf<*, *>, log: String): Case = away { Case.replay(lifecycle, log) }

/** [Log.merge], away from the thread that asks. */
public suspend fun Log.mergeAway(other: Log): Log = away { merge(other) }

/** [Cases.read], away from the thread that asks. */
public suspend fun readAway(logs: String): Cases = away { Cases.read(logs) }

/** [Cases.worklist], away from the thread that asks. */
public suspend fun Cases.worklistAway(query: WorklistQuery, policy: Policy? = null): Rows = away { worklist(query, policy) }
