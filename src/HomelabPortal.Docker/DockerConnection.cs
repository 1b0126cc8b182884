namespace HomelabPortal.Docker;

/// <summary>Where a daemon is and how to reach it; immutable.</summary>
public sealed record DockerConnection
{
    private DockerConnection(string address, Uri baseAddress)
    {
        Address = address;
        BaseAddress = baseAddress;
    }

    /// <summary>The address as given.</summary>
    public string Address { get; }

    /// <summary>Folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>, for TLS.</summary>
    public string? CertificateDirectory { get; private init; }

    internal string? SocketPath { get; private init; }

    internal SshAddress? Ssh { get; private init; }

    /// <summary>The program that is started for <c>ssh://</c>.</summary>
    internal string SshProgram { get; init; } = "ssh";

    internal Uri BaseAddress { get; }

    internal bool IsTls => BaseAddress.Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// Reads <c>unix:///path</c>, <c>https://host:port</c> (or <c>tcp://host:port</c> with certificates), <c>ssh://user@host:port</c>,
    /// and <c>http://</c> or <c>tcp://</c> on loopback.
    /// With <c>ssh</c> the system's own program is started, and <c>docker system dial-stdio</c> on the other machine.
    /// The port defaults to 2376 with TLS and 2375 without. Certificate files are read when the client is created.
    /// Throws <see cref="DockerErrorKind.BadConnection"/>.
    /// </summary>
    public static DockerConnection FromAddress(string address, string? certificateDirectory = null)
    {
        var directory = string.IsNullOrWhiteSpace(certificateDirectory) ? null : certificateDirectory;
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri))
            throw Bad($"The Docker address \"{address}\" is not an address. Use unix:///var/run/docker.sock or https://host:2376.");
        return uri.Scheme switch
        {
            "unix" => Unix(uri, directory),
            "https" => Tls(uri, directory),
            "ssh" => OverSsh(uri, directory),
            "tcp" when directory is not null => Tls(uri, directory),
            "tcp" or "http" => Plain(uri),
            _ => throw Bad($"The Docker address {uri} begins with {uri.Scheme}://, which is not supported. Use unix://, https://, ssh:// or, on this machine only, http://."),
        };
    }

    private static DockerConnection Unix(Uri uri, string? directory)
    {
        if (uri.Host.Length > 0 || uri.AbsolutePath.Length < 2)
            throw Bad($"The Docker address {uri} must name an absolute path, as in unix:///var/run/docker.sock.");
        if (directory is not null)
            throw Bad($"The Docker address {uri} is a socket on this machine and takes no certificates.");
        return new DockerConnection(uri.OriginalString, new Uri("http://docker/")) { SocketPath = Uri.UnescapeDataString(uri.AbsolutePath) };
    }

    private static DockerConnection OverSsh(Uri uri, string? directory)
    {
        if (directory is not null)
            throw Bad($"The Docker address {uri} is reached through ssh and takes no certificates.");
        var ssh = SshAddress.TryRead(uri)
            ?? throw Bad($"The Docker address {uri.GetLeftPart(UriPartial.Authority)} must be of the form ssh://user@host:port, with letters, digits, dots and dashes only.");
        return new DockerConnection(uri.OriginalString, new Uri("http://docker/")) { Ssh = ssh };
    }

    private static DockerConnection Tls(Uri uri, string? directory) =>
        new(uri.OriginalString, Rebase(uri, Uri.UriSchemeHttps, 2376)) { CertificateDirectory = directory };

    private static DockerConnection Plain(Uri uri)
    {
        // Whoever reaches an unprotected daemon owns the machine.
        if (!uri.IsLoopback)
            throw Bad($"The Docker address {uri} is not protected: use https:// with client certificates. Plain http is accepted on loopback only.");
        return new DockerConnection(uri.OriginalString, Rebase(uri, Uri.UriSchemeHttp, 2375));
    }

    private static Uri Rebase(Uri uri, string scheme, int defaultPort)
    {
        if (uri.Host.Length == 0)
            throw Bad($"The Docker address {uri.OriginalString} names no host.");
        return new UriBuilder(scheme, uri.Host, HasPort(uri) ? uri.Port : defaultPort).Uri;
    }

    // Uri drops a port that is the scheme's default, but 443 is not Docker's.
    private static bool HasPort(Uri uri)
    {
        var text = uri.OriginalString.AsSpan().Trim();
        var authority = text[(text.IndexOf("://") + 3)..];
        var end = authority.IndexOfAny("/?#");
        authority = end < 0 ? authority : authority[..end];
        return authority[(authority.LastIndexOf(']') + 1)..].Contains(':');
    }

    private static DockerApiException Bad(string message) => new(DockerErrorKind.BadConnection, message);
}
