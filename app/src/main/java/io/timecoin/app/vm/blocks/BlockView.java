package io.timecoin.app.vm.blocks;

import io.timecoin.app.vm.VoteView;
import java.util.List;

/**
 * One block in the words of the screen.
 *
 * @param millis since 1970, as the block says
 * @param proposer what people call it
 * @param rewardUnits everything its coinbase pays
 * @param votes who precommitted
 * @param stateHash of the state before it
 */
public record BlockView(
    long height,
    long millis,
    String proposer,
    int round,
    long rewardUnits,
    VoteView votes,
    String hash,
    String parent,
    String stateHash,
    List<String> payments,
    List<String> releases) {}
