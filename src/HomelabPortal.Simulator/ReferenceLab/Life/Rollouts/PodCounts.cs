namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>The pods of a workload, counted.</summary>
/// <param name="Updated">Made from the template that is wanted now.</param>
internal readonly record struct PodCounts(int Wanted, int All, int Updated, int Ready);
