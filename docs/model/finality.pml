/*
 * Votes, promises and blocks of docs/PROTOCOL.md on one coin that a dishonest wallet spends twice.
 * Three honest masternodes (0, 1, 2) and a Byzantine one, so f = 1 and the quorum is 3.
 *
 * How it is kept small, and why nothing is lost by it (more in README.md):
 *  - A vote is a bit in a mask of what its voter has ever signed. Bits are never taken back, so the
 *    masks are the network: every vote in them may be delivered to anybody, at any time.
 *  - Single votes matter to a receiver only when they make a certificate. So "receive" is one step:
 *    a node notices that a quorum has signed. When it does is left open.
 *  - The Byzantine node has signed everything. Its vote counts for a receiver if it pleases to send
 *    it there, so it needs no state. What needs its vote may happen, but is never owed.
 *  - Honest nodes differ in what they hold only, so states that are the same up to their order are
 *    one, unless EVERY_ORDER is set. The nodes are one process: weak fairness then says only that
 *    some node steps, which is less than each of them does, so what holds under it holds.
 *
 * -DLIVENESS limits the restarts (-DRESTARTS) and lets a commit follow its certificate at once.
 * -DCHAIN_OF_CONFLICTS (safety only) adds C, which spends another coin together with B.
 * Each other #ifdef breaks one rule (a mutant): spin must find what goes wrong without it.
 */

#define F 1
#ifdef QUORUM_MINUS_ONE
#define Q 2
#else
#define Q 3
#endif

/* A set of transactions is a mask of these. Neighbours spend a coin in common. */
#define A 1
#define B 2
#ifdef CHAIN_OF_CONFLICTS
#define C 4
#define ALL 7
#else
#define ALL 3
#endif
#define RIVALS(set) ((((set) << 1) | ((set) >> 1)) & ALL)

/* What the wallet has sent to an honest node, which gossips it to the others. */
byte sent;

/* Durable: what each honest node has signed. */
byte prepared[3];
byte committed[3];
byte promised[3];

/* Lost by a restart: the certificates a node has noticed (but see restart). */
byte prepareCert[3];
byte finalCert[3];

/* The chain, one event a block, and what each node has applied of it (durable too). */
#define INCLUDE 8
byte event[3]; /* a transaction, plus INCLUDE if it is included and not released */
byte length;
byte height[3];
byte included[3];
byte released[3];
byte chainIncluded;
byte chainReleased;

#define HONEST_VOTES(votes, t) \
  ((votes[0] & (t) -> 1 : 0) + (votes[1] & (t) -> 1 : 0) + (votes[2] & (t) -> 1 : 0))

/* A certificate can be put together if the Byzantine node helps. */
#define POSSIBLE(votes, t) (HONEST_VOTES(votes, t) + F >= Q)

/* A certificate will reach everybody: honest votes are enough, or an honest node relays it. */
#define OWED(votes, cert, t) \
  (HONEST_VOTES(votes, t) >= Q || ((cert[0] | cert[1] | cert[2]) & (t)))

#define FINAL(i) (finalCert[i] | included[i])
#define REJECTED(i) RIVALS(FINAL(i))
#define PENDING(i) (sent & ~(FINAL(i) | REJECTED(i) | released[i]))

/* The transactions node i is still bound to by its approval: its locks, and locks that ended. */
#ifdef RELEASE_ON_LEASE_ALONE
#define BOUND(i) 0
#endif
#ifdef UNLOCK_ON_OWN_PROMISE
#define BOUND(i) (prepared[i] & ~(released[i] | REJECTED(i) | promised[i]))
#endif
#ifdef UNLOCK_ON_PROMISES
/* q promises that no block holds */
#define RELEASABLE(t) (POSSIBLE(promised, t) -> (t) : 0)
#define BOUND(i) (prepared[i] & ~(released[i] | REJECTED(i) | RELEASABLE(A) | RELEASABLE(B)))
#endif
#ifndef BOUND
#define BOUND(i) (prepared[i] & ~(released[i] | REJECTED(i)))
#endif

#ifdef COMMIT_AFTER_PROMISE
#define FREE_TO_COMMIT(i) (~committed[i])
#else
#define FREE_TO_COMMIT(i) (~(committed[i] | promised[i]))
#endif

#ifdef PROMISE_AFTER_COMMIT
#define FREE_TO_PROMISE(i) (~promised[i])
#endif
#ifdef PROMISE_ONLY_IF_LOCKED
#define FREE_TO_PROMISE(i) (prepared[i] & ~(promised[i] | committed[i] | prepareCert[i]))
#endif
#ifndef FREE_TO_PROMISE
#define FREE_TO_PROMISE(i) (~(promised[i] | committed[i] | prepareCert[i]))
#endif

/* ---- The properties. ---- */

/* Final for somebody: a finality certificate can exist, if only with the Byzantine node, or a block
   includes it. No honest node has to have noticed. */
#define FINAL_ANYWHERE(t) (POSSIBLE(committed, t) || (chainIncluded & (t)))
#define DOUBLE_SPEND (FINAL_ANYWHERE(B) && (FINAL_ANYWHERE(A) || FINAL_ANYWHERE_C))
#define RELEASED_FINAL(t) (FINAL_ANYWHERE(t) && (chainReleased & (t)))
#ifdef CHAIN_OF_CONFLICTS
#define FINAL_ANYWHERE_C FINAL_ANYWHERE(C)
#define RELEASED_FINAL_C RELEASED_FINAL(C)
#else
#define FINAL_ANYWHERE_C false
#define RELEASED_FINAL_C false
#endif

/* False in every state of a correct protocol. Named, because spin prints what it asserts. */
bool doubleSpend, releasedFinal, commitAndPromise, releasedUncontested;

/* What must be possible, or the properties are empty: asserted never to happen, so that spin shows
   that it does. */
#if WITNESS == 1 /* final by votes, known to a node */
#define REACHED (finalCert[0] != 0)
#endif
#if WITNESS == 2 /* every rival released */
#define REACHED ((chainReleased & (A | B)) == (A | B))
#endif
#if WITNESS == 3 /* one released, and then the other is final by votes */
#define REACHED ((chainReleased & A) && POSSIBLE(committed, B))
#endif
#if WITNESS == 4 /* included on prepares, when neither commits nor promises can reach a quorum */
#define REACHED \
  ((chainIncluded & A) && HONEST_VOTES(committed, A) == 1 && HONEST_VOTES(promised, A) == 2)
#endif
#ifdef WITNESS
bool witness;
#endif

inline check() {
  doubleSpend = DOUBLE_SPEND;
  releasedFinal = RELEASED_FINAL(A) || RELEASED_FINAL(B) || RELEASED_FINAL_C;
  commitAndPromise = ((committed[0] & promised[0]) | (committed[1] & promised[1])
      | (committed[2] & promised[2])) != 0;
  releasedUncontested = (RIVALS(sent) & chainReleased) != chainReleased;
#ifdef COMMIT_AFTER_PROMISE
  commitAndPromise = false; /* broken at once: look for what follows from it */
#endif
#ifdef PROMISE_AFTER_COMMIT
  commitAndPromise = false;
#endif
  assert(!doubleSpend);
  assert(!releasedFinal);
  assert(!commitAndPromise);
  assert(!releasedUncontested);
#ifdef WITNESS
  witness = REACHED;
  assert(!witness);
#endif
}

/* All that an honest node holds; included and released follow from the height. */
#define HELD_BY(i) \
  (prepared[i] + 8 * committed[i] + 64 * promised[i] + 512 * prepareCert[i] \
    + 4096 * finalCert[i] + 32768 * height[i])

hidden byte swapped, pair;

inline swap(x, y) {
  swapped = x;
  x = y;
  y = swapped
}

inline sort(i, j) {
  if
  :: HELD_BY(i) > HELD_BY(j) ->
     swap(prepared[i], prepared[j]);
     swap(committed[i], committed[j]);
     swap(promised[i], promised[j]);
     swap(prepareCert[i], prepareCert[j]);
     swap(finalCert[i], finalCert[j]);
     swap(height[i], height[j]);
     swap(included[i], included[j]);
     swap(released[i], released[j])
  :: else
  fi
}

/* Ends every step. */
inline done() {
  check();
#ifndef EVERY_ORDER
  do /* the pairs 0-1, 1-2, 0-1 */
  :: pair < 3 ->
     sort(pair & 1, (pair & 1) + 1);
     pair++
  :: else -> break
  od;
  pair = 0
#endif
}

/* Every transaction an honest node may know has ended there, and with it the locks it took. */
#define ENDED(i) (PENDING(i) == 0)

#ifdef LIVENESS
ltl every_lock_ends { <>[] (ENDED(0) && ENDED(1) && ENDED(2)) }
#endif

/* ---- Honest masternodes. ---- */

/* 4.1: approves what it can lock. Knowing t is part of the step: nothing asks for not knowing. */
inline prepare(i, t) {
  d_step {
    (PENDING(i) & (t) & ~prepared[i]) && (BOUND(i) & RIVALS(t)) == 0 ->
    prepared[i] = prepared[i] | (t);
    done()
  }
}

inline noticePrepareCert(i, t) {
  prepareCert[i] = prepareCert[i] | (t);
#ifdef LIVENESS
  /* Commits in the same step, as nodes do; without LIVENESS anything may come between. */
  committed[i] = committed[i] | ((t) & FREE_TO_COMMIT(i));
#endif
}

/* 4.2: also if it locks a rival, and even if it knows that t has ended. */
inline commit(i, t) {
  d_step {
#ifdef COMMIT_WITHOUT_CERTIFICATE
    (sent & (t) & FREE_TO_COMMIT(i)) ->
#else
    (prepareCert[i] & (t) & FREE_TO_COMMIT(i)) ->
#endif
    committed[i] = committed[i] | (t);
    done()
  }
}

/* 4.5: a lease may have run out at any moment; a rival is what makes t contested. */
inline promise(i, t) {
  d_step {
    (PENDING(i) & (t) & FREE_TO_PROMISE(i)) && (sent & RIVALS(t)) ->
    promised[i] = promised[i] | (t);
    done()
  }
}

inline honest(i, t) {
  if
  :: prepare(i, t)
  :: d_step {
       (~prepareCert[i] & (t)) && OWED(prepared, prepareCert, t) ->
       noticePrepareCert(i, t);
       done()
     }
  :: commit(i, t)
  :: d_step {
       (~finalCert[i] & (t)) && OWED(committed, finalCert, t) ->
       finalCert[i] = finalCert[i] | (t);
       done()
     }
#ifndef NEVER_PROMISE
  :: promise(i, t)
#endif
  fi
}

/* Applies the next decided block. */
inline apply(i) {
  d_step {
    height[i] < length ->
    if
    :: event[height[i]] & INCLUDE -> included[i] = included[i] | (event[height[i]] & ALL)
    :: else -> released[i] = released[i] | event[height[i]]
    fi;
    height[i]++;
    done()
  }
}

inline masternode(i) {
  if
  :: honest(i, A)
  :: honest(i, B)
#ifdef CHAIN_OF_CONFLICTS
  :: honest(i, C)
#endif
  :: apply(i)
  fi
}

proctype Masternodes() {
end:
  do
  :: masternode(0)
  :: masternode(1)
  :: masternode(2)
  od
}

/* ---- Whatever may happen but need not. ---- */

#ifdef LIVENESS
#ifndef RESTARTS
#define RESTARTS 0
#endif
byte restartsLeft = RESTARTS;
#endif

/* Votes and applied blocks are on disk, and the prepare certificate with the commit it led to. */
inline restart(i) {
  d_step {
#ifdef LIVENESS
    restartsLeft > 0 -> restartsLeft--;
#endif
    prepareCert[i] = prepareCert[i] & committed[i];
    finalCert[i] = 0;
#ifdef FORGET_APPROVALS
    prepared[i] = 0; /* forgotten by the network too, which is weaker, and bad enough */
#endif
    done()
  }
}

inline byzantineVote(i, t) {
  if
  :: d_step {
       (~prepareCert[i] & (t)) && POSSIBLE(prepared, t) ->
       noticePrepareCert(i, t);
       done()
     }
  :: d_step {
       (~finalCert[i] & (t)) && POSSIBLE(committed, t) ->
       finalCert[i] = finalCert[i] | (t);
       done()
     }
  fi
}

inline adverse(i) {
  if
  :: byzantineVote(i, A)
  :: byzantineVote(i, B)
#ifdef CHAIN_OF_CONFLICTS
  :: byzantineVote(i, C)
#endif
  :: restart(i)
  fi
}

/* The wallet, the Byzantine node's votes and crashes. */
proctype Adversary() {
end:
  do
  :: d_step { (~sent & A) -> sent = sent | A }
  :: d_step { (~sent & B) && (sent & A) -> sent = sent | B } /* A is the name of the first */
#ifdef CHAIN_OF_CONFLICTS
  :: d_step { (~sent & C) -> sent = sent | C }
#endif
#ifndef BYZANTINE_IS_SILENT
  :: adverse(0)
  :: adverse(1)
  :: adverse(2)
#endif
#ifdef LIVENESS
  :: sent <= ALL /* always: may do nothing for ever, fairness must not make it help */
#endif
  od
}

/* ---- The agreement on blocks: one order for all (its inside is not modelled). ---- */

#ifdef INCLUDE_AFTER_RELEASE
#define MAY_INCLUDE(t) (((t) & ~chainIncluded) && (chainIncluded & RIVALS(t)) == 0)
#endif
#ifdef INCLUDE_RIVALS
#define MAY_INCLUDE(t) ((t) & ~(chainIncluded | chainReleased))
#endif
#ifndef MAY_INCLUDE
#define MAY_INCLUDE(t) \
  (((t) & ~(chainIncluded | chainReleased)) && (chainIncluded & RIVALS(t)) == 0)
#endif

#ifdef RELEASE_AFTER_INCLUDE
#define MAY_RELEASE(t) ((t) & ~chainReleased)
#else
#define MAY_RELEASE(t) ((t) & ~(chainIncluded | chainReleased))
#endif

#ifdef INCLUDE_WITHOUT_CERTIFICATE
#define INCLUDE_PROOF(t) (sent & (t))
#else
#define INCLUDE_PROOF(t) (POSSIBLE(prepared, t) || POSSIBLE(committed, t))
#endif

#ifdef RELEASE_MINUS_ONE
#define RELEASE_PROOF(t) (HONEST_VOTES(promised, t) + F >= Q - 1)
#else
#define RELEASE_PROOF(t) POSSIBLE(promised, t)
#endif

inline block(t) {
  if
  :: d_step {
       MAY_INCLUDE(t) && INCLUDE_PROOF(t) ->
       event[length] = (t) + INCLUDE;
       length++;
       chainIncluded = chainIncluded | (t);
       done()
     }
  :: d_step {
       MAY_RELEASE(t) && RELEASE_PROOF(t) ->
       event[length] = t;
       length++;
       chainReleased = chainReleased | (t);
       done()
     }
  fi
}

/* A block that honest nodes decide on in the end, whatever the Byzantine one does: one of them is
   not behind and has proof of content. Its turn comes, so turns need not be modelled. */
#ifdef NEVER_INCLUDE_ON_PREPARES
#define PROVEN_FOR(i) finalCert[i]
#else
#define PROVEN_FOR(i) (finalCert[i] | (prepareCert[i] & RIVALS(sent)))
#endif
#define PROPOSES(i, t) \
  (height[i] == length \
    && ((MAY_INCLUDE(t) && (PROVEN_FOR(i) & (t))) \
      || (MAY_RELEASE(t) && HONEST_VOTES(promised, t) >= Q)))
#define IS_DUE(t) (PROPOSES(0, t) || PROPOSES(1, t) || PROPOSES(2, t))

proctype Chain() {
end:
  do
  :: block(A)
  :: block(B)
#ifdef CHAIN_OF_CONFLICTS
  :: block(C)
#endif
#ifdef LIVENESS
  :: !(IS_DUE(A) || IS_DUE(B)) /* waits, so that fairness does not make the Byzantine node help */
#endif
  od
}

init {
  atomic {
    run Masternodes();
    run Adversary();
    run Chain()
  }
}
