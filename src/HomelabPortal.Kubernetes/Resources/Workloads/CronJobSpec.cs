namespace HomelabPortal.Kubernetes;

public sealed record CronJobSpec
{
    public static CronJobSpec Empty { get; } = new();

    public string Schedule { get; init => field = value ?? ""; } = "";

    public string TimeZone { get; init => field = value ?? ""; } = "";

    public bool Suspend { get; init; }
}
