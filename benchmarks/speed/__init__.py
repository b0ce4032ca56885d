"""How fast govredact is, against yardsticks that run over the same text in the same round.

Every figure is CPU time, the median of five rounds; in a round each contender runs once. Tests never assert times.
"""
