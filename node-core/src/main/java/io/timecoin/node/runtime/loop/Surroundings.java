package io.timecoin.node.runtime.loop;

/** What the loop looks at around itself, on its own thread, once a second: must not block. */
public interface Surroundings {
  /** Nothing is the matter. */
  Surroundings GOOD =
      new Surroundings() {
        @Override
        public boolean busy() {
          return false;
        }

        @Override
        public long clockAheadMs() {
          return 0;
        }
      };

  /** Whether requests were refused since it was asked last. */
  boolean busy();

  /** How far the clock here is ahead of most peers' (behind: negative); 0 if nobody can tell. */
  long clockAheadMs();
}
