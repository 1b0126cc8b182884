namespace HomelabPortal.Trace.Probing;

/// <summary>How a target is asked.</summary>
internal enum ProbeManner
{
    /// <summary>A connection, and nothing over it.</summary>
    Connect,

    /// <summary>One GET in the clear.</summary>
    Http,

    /// <summary>One GET over TLS, under the hostname.</summary>
    Https,
}
