namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>What the pods of one thing reserve, may use, and use together.</summary>
/// <param name="Limits">0 where one of them has no limit: together they have none either.</param>
/// <param name="Used">Null while none of them is measured.</param>
/// <param name="IsIncomplete">True when one that should be measured is not.</param>
internal readonly record struct UsageSum(Usage Requests, Usage Limits, Usage? Used, bool IsIncomplete)
{
    public static UsageSum operator +(UsageSum left, UsageSum right) => new(
        left.Requests + right.Requests,
        new Usage(
            left.Limits.Cpu > 0 && right.Limits.Cpu > 0 ? left.Limits.Cpu + right.Limits.Cpu : 0,
            left.Limits.Memory > 0 && right.Limits.Memory > 0 ? left.Limits.Memory + right.Limits.Memory : 0),
        left.Used is { } one && right.Used is { } other ? one + other : left.Used ?? right.Used,
        left.IsIncomplete || right.IsIncomplete);
}
