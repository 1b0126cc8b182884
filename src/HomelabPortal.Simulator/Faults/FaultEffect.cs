namespace HomelabPortal.Simulator.Faults;

/// <summary>What goes wrong with a request.</summary>
public abstract record FaultEffect
{
    private FaultEffect() { }

    /// <summary>The answer comes late.</summary>
    public sealed record Latency(TimeSpan Delay) : FaultEffect;

    /// <summary>The request is refused in the system's own shape and not applied.</summary>
    public sealed record Status(int Code, TimeSpan? RetryAfter = null) : FaultEffect
    {
        /// <summary>The message repeats the headers of the request, as careless proxies and debug pages do.</summary>
        public bool Echoes { get; init; }
    }

    /// <summary>The request is not applied, and answered by exactly this: an error of a chosen code, or a page that is not even JSON.</summary>
    public sealed record Reply(int Code, string Body, string ContentType = "application/json") : FaultEffect;

    /// <summary>The request is applied, then the connection is cut before a byte of the answer.</summary>
    public sealed record LostResponse : FaultEffect;

    /// <summary>The connection of a stream is cut.</summary>
    public sealed record DropWatch : FaultEffect;

    /// <summary>The stream stays open and never sends a byte again.</summary>
    public sealed record SilentWatch : FaultEffect;

    /// <summary>A Kubernetes watch gets an ERROR event with code 410 and ends.</summary>
    public sealed record Gone : FaultEffect;

    /// <summary>Reads answer from the state at the moment the fault was added.</summary>
    public sealed record StaleRead : FaultEffect;

    /// <summary>The body ends in the middle, although the answer says 200.</summary>
    public sealed record TruncatedBody : FaultEffect;

    /// <summary>The page is valid JSON but only holds the first half of its items.</summary>
    public sealed record MissingItems : FaultEffect;
}
