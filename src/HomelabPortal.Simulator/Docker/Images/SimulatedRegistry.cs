namespace HomelabPortal.Simulator.Docker;

/// <summary>
/// The registries of the world as one Docker host sees them. They have whatever is asked for, except:
/// hosts that end in <c>.invalid</c> do not exist, repositories below <c>private/</c> need credentials, and a test may take references away.
/// </summary>
public sealed class SimulatedRegistry
{
    private readonly Dictionary<string, SimulatedImage> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimulatedImage> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegistryFault> _faults = new(StringComparer.Ordinal);

    /// <summary>User and password of private repositories.</summary>
    public (string User, string Password) Credentials { get; set; } = ("user", "secret");

    /// <summary>How long a download of a gigabyte takes.</summary>
    public TimeSpan PerGigabyte { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>What the next pull says in the middle instead of going on; null for nothing.</summary>
    public string? NextPullBreaksWith { get; set; }

    /// <summary>Puts a new image under a name, so that the one on the host is out of date. What was there before can still be had by its digest.</summary>
    public void Publish(string reference, bool isSick = false, DateTimeOffset? madeAt = null, params IReadOnlyList<string> volumes)
    {
        var name = ImageName.WithTag(reference);
        lock (_known)
        {
            _faults.Remove(name);
            var seed = _published.TryGetValue(name, out var before) ? before.Digest + "/next" : name + "/next";
            _published[name] = Known(Image(name, seed) with { IsSick = isSick, MadeAt = madeAt, Volumes = volumes });
        }
    }

    public void Withdraw(string reference) => Fail(reference, RegistryFault.NotThere);

    /// <summary>Answers everything about a name with a fault from now on, or with none.</summary>
    public void Fail(string reference, RegistryFault? fault)
    {
        lock (_known)
        {
            _faults.Remove(ImageName.WithTag(reference));
            if (fault is { } given) _faults[ImageName.WithTag(reference)] = given;
        }
    }

    internal SimulatedImage Find(string reference, string? user, string? password)
    {
        var name = ImageName.WithTag(reference);
        var (repository, host) = (ImageName.Repository(name), ImageName.Host(name));
        if (host.Split(':')[0].EndsWith(".invalid", StringComparison.Ordinal)) throw DockerErrors.RegistryUnreachable(host);
        if (repository.Contains("private/", StringComparison.Ordinal) && user is null) throw DockerErrors.NoCredentials(repository);
        if (repository.Contains("private/", StringComparison.Ordinal) && (user, password) != Credentials) throw DockerErrors.Unauthorized();
        lock (_known)
        {
            if (_faults.TryGetValue(name, out var fault)) throw Thrown(fault, host);
            if (name.Split('@') is [_, var digest]) return _known.GetValueOrDefault(digest) ?? Image(name, name) with { Digest = digest };
            return _published.TryGetValue(name, out var published) ? published : Known(Image(name, name));
        }
    }

    private SimulatedImage Known(SimulatedImage image) => _known[image.Digest!] = image;

    private static DockerFault Thrown(RegistryFault fault, string host) => fault switch
    {
        RegistryFault.SignIn => DockerErrors.Unauthorized(),
        RegistryFault.Limited => DockerErrors.TooManyRequests(),
        RegistryFault.Unreachable => DockerErrors.RegistryUnreachable(host),
        _ => DockerErrors.ManifestUnknown(),
    };

    private static SimulatedImage Image(string name, string seed) =>
        new("sha256:" + StableId.Hex("config/" + seed, 64), "sha256:" + StableId.Hex("manifest/" + seed, 64), RegistryContent.Bytes(name));
}
