namespace HomelabPortal.Lab;

internal sealed class DockerHostOptions
{
    private static readonly string[] _certificateFiles = ["ca.pem", "cert.pem", "key.pem"];

    public string Name { get; set; } = "";

    /// <summary>unix:///var/run/docker.sock or https://10.0.0.150:2376.</summary>
    public string Address { get; set; } = "";

    /// <summary>A folder with ca.pem, cert.pem and key.pem, for https addresses.</summary>
    public string? CertificateDirectory { get; set; }

    /// <summary>Where the cluster reaches the host's published ports; by default the host of <see cref="Address"/>.</summary>
    public string? LanAddress { get; set; }

    public IEnumerable<string> Faults(string key)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return $"{key}:Name is empty.";
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address))
        {
            yield return $"{key}:Address “{Address}” is not an address. Use unix:///path or https://host:2376.";
            yield break;
        }

        if (address.Scheme == "http" && !address.IsLoopback)
            yield return $"{key}:Address is unencrypted, and the Docker API is root on that machine. Use https with client certificates.";
        else if (address.Scheme is not ("unix" or "https" or "http"))
            yield return $"{key}:Address has the scheme {address.Scheme}. Use unix:// or https://.";
        if (address.Scheme != "https")
            yield break;
        if (string.IsNullOrEmpty(CertificateDirectory))
        {
            yield return $"{key}:CertificateDirectory is missing. It holds ca.pem, cert.pem and key.pem.";
            yield break;
        }

        foreach (var file in _certificateFiles.Where(file => !File.Exists(Path.Combine(CertificateDirectory, file))))
            yield return $"{key}:CertificateDirectory {CertificateDirectory} has no {file}.";
    }
}
