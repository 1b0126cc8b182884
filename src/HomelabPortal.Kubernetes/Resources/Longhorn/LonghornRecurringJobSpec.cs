namespace HomelabPortal.Kubernetes;

public sealed record LonghornRecurringJobSpec
{
    public static LonghornRecurringJobSpec Empty { get; } = new();

    public string Name { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<string> Groups { get; init => field = CompactList.Of(value); } = [];

    /// <summary>"backup", "snapshot" and others.</summary>
    public string Task { get; init => field = value ?? ""; } = "";

    public string Cron { get; init => field = value ?? ""; } = "";

    public int Retain { get; init; }
}
