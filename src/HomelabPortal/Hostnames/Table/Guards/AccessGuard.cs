namespace HomelabPortal.Hostnames.Table.Guards;

/// <summary>One place that an application of Cloudflare Access stands in front of.</summary>
/// <param name="Domain">A hostname; "*.example.org" for every name one level below.</param>
/// <param name="Path">Where it begins, such as "/api"; empty for all of it.</param>
/// <param name="LetsEverybodyIn">It is there to open what another one closes.</param>
internal sealed record AccessGuard(string Name, string Domain, string Path, bool LetsEverybodyIn = false)
{
    public bool Covers(string host, string path) => CoversHost(host) && CoversPath(path);

    private bool CoversHost(string host)
    {
        if (!Domain.StartsWith("*.", StringComparison.Ordinal))
            return Domain == host;
        // Cloudflare's wildcard stands for one label.
        return host.EndsWith(Domain[1..], StringComparison.Ordinal) && !host[..^(Domain.Length - 1)].Contains('.');
    }

    private bool CoversPath(string path)
    {
        var own = Path.TrimEnd('/', '*');
        return own.Length == 0 || path == own || path.StartsWith(own + "/", StringComparison.Ordinal);
    }
}
