namespace HomelabPortal.Kubernetes;

/// <summary>Where the Authorization header comes from.</summary>
internal interface ICredential
{
    /// <summary>"Bearer" or "Basic".</summary>
    string Scheme { get; }

    /// <summary>The current token, or null when there is none to send.</summary>
    ValueTask<string?> GetTokenAsync(TimeProvider time, CancellationToken cancellationToken);

    /// <summary>The server refused this token; true when another may be had by asking again.</summary>
    bool Invalidate(string token);
}
