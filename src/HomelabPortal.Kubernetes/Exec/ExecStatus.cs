namespace HomelabPortal.Kubernetes;

/// <summary>The Status of channel 3, which says in one more member whether all is well.</summary>
internal sealed record ExecStatus
{
    public string Status { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public string Reason { get; init => field = value ?? ""; } = "";

    public int Code { get; init; }

    public StatusDetails? Details { get; init; }

    public Status ToStatus() => new() { Message = Message, Reason = Reason, Code = Code, Details = Details };
}
