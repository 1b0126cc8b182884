namespace HomelabPortal.Lab;

internal sealed class DockerHostOptions
{
    private static readonly string[] _certificateFiles = ["ca.pem", "cert.pem", "key.pem"];

    public string Name { get; set; } = "";

    /// <summary>unix:///var/run/docker.sock, https://10.0.0.150:2376 or ssh://user@gpu.lan.</summary>
    public string Address { get; set; } = "";

    /// <summary>A folder with ca.pem, cert.pem and key.pem, for https addresses.</summary>
    public string? CertificateDirectory { get; set; }

    /// <summary>Where the cluster reaches the host's published ports; by default the host of <see cref="Address"/>.</summary>
    public string? LanAddress { get; set; }

    /// <summary>Further addresses and DNS names of the host, for example 10.0.1.150 and gpu.lan: a server without a login is known also when it is reached by one of them.</summary>
    public string[] OtherAddresses { get; set; } = [];

    /// <summary>Cdi, DeviceRequest, Runtime or None, where what the engine tells of itself is not right; found out by default.</summary>
    public GpuAttachmentMode? GpuAttachment { get; set; }

    /// <summary>A small image with a glibc, such as debian:stable-slim. With it the portal runs a container of its own there, which sees the host's processes and asks the driver.</summary>
    public string? GpuProbeImage { get; set; }

    /// <summary>The metrics of nvidia_gpu_exporter or of DCGM's exporter, such as http://10.0.0.150:9835/metrics, in place of a probe.</summary>
    public string? GpuExporter { get; set; }

    public IEnumerable<string> Faults(string key)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return $"{key}:Name is empty.";
        foreach (var other in OtherAddresses.Where(other => Uri.CheckHostName(other.Trim()) is UriHostNameType.Unknown))
            yield return $"{key}:OtherAddresses “{other}” is neither an address nor a name. Write it without scheme and port, such as 10.0.1.150 or gpu.lan.";
        if (!string.IsNullOrWhiteSpace(GpuExporter) && !(Uri.TryCreate(GpuExporter, UriKind.Absolute, out var exporter) && exporter.Scheme is ("http" or "https")))
            yield return $"{key}:GpuExporter “{GpuExporter}” is not an address. Use http://host:9835/metrics.";
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address))
        {
            yield return $"{key}:Address “{Address}” is not an address. Use unix:///path or https://host:2376.";
            yield break;
        }

        var isTls = address.Scheme == "https" || (address.Scheme == "tcp" && !string.IsNullOrEmpty(CertificateDirectory));
        if (address.Scheme is "http" or "tcp" && !isTls && !address.IsLoopback)
            yield return $"{key}:Address is unencrypted, and the Docker API is root on that machine. Use https with client certificates.";
        else if (address.Scheme is not ("unix" or "https" or "http" or "tcp" or "ssh"))
            yield return $"{key}:Address has the scheme {address.Scheme}. Use unix://, https:// or ssh://.";
        if (!isTls)
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
