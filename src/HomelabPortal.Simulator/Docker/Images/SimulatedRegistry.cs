namespace HomelabPortal.Simulator.Docker;

/// <summary>
/// The registries of the world as one Docker host sees them. They have whatever is asked for, except:
/// hosts that end in <c>.invalid</c> do not exist, repositories below <c>private/</c> need credentials, and a test may take references away.
/// </summary>
public sealed class SimulatedRegistry
{
    private readonly Dictionary<string, SimulatedImage> _published = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>User and password of private repositories.</summary>
    public (string User, string Password) Credentials { get; set; } = ("user", "secret");

    /// <summary>How long a download of a gigabyte takes.</summary>
    public TimeSpan PerGigabyte { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>What the next pull says in the middle instead of going on; null for nothing.</summary>
    public string? NextPullBreaksWith { get; set; }

    /// <summary>Puts a new image under a name, so that the one on the host is out of date.</summary>
    public void Publish(string reference, bool isSick = false)
    {
        var name = ImageName.WithTag(reference);
        _missing.Remove(name);
        var seed = _published.TryGetValue(name, out var before) ? before.Digest + "/next" : name + "/next";
        _published[name] = Image(name, seed) with { IsSick = isSick };
    }

    public void Withdraw(string reference) => _missing.Add(ImageName.WithTag(reference));

    internal SimulatedImage Find(string reference, string? user, string? password)
    {
        var name = ImageName.WithTag(reference);
        var (repository, host) = (ImageName.Repository(name), ImageName.Host(name));
        if (host.Split(':')[0].EndsWith(".invalid", StringComparison.Ordinal)) throw DockerErrors.RegistryUnreachable(host);
        if (repository.Contains("private/", StringComparison.Ordinal) && user is null) throw DockerErrors.NoCredentials(repository);
        if (repository.Contains("private/", StringComparison.Ordinal) && (user, password) != Credentials) throw DockerErrors.Unauthorized();
        if (_missing.Contains(name)) throw DockerErrors.ManifestUnknown();
        if (name.Split('@') is [_, var digest])
            return _published.Values.FirstOrDefault(image => image.Digest == digest) ?? Image(name, name) with { Digest = digest };
        return _published.TryGetValue(name, out var published) ? published : Image(name, name);
    }

    private static SimulatedImage Image(string name, string seed) =>
        new("sha256:" + StableId.Hex("config/" + seed, 64), "sha256:" + StableId.Hex("manifest/" + seed, 64), RegistryContent.Bytes(name));
}
