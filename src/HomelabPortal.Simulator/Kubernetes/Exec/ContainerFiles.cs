namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>The few files a simulated container has, by full path.</summary>
internal static class ContainerFiles
{
    public static IReadOnlyDictionary<string, string> Of(string pod, string container, string image, IEnumerable<string> mounts)
    {
        var files = new Dictionary<string, string>
        {
            ["/etc/hostname"] = pod + "\n",
            ["/etc/os-release"] = "NAME=\"Debian GNU/Linux\"\nVERSION=\"12 (bookworm)\"\nID=debian\n",
            ["/etc/resolv.conf"] = "search media.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.43.0.10\noptions ndots:5\n",
            ["/etc/passwd"] = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n",
            ["/app/version"] = image[(image.LastIndexOf(':') + 1)..] + "\n",
            ["/app/notes.txt"] = "größe 日本語 ✓\n",
            ["/tmp/.keep"] = "",
        };
        foreach (var mount in mounts)
            files[$"{mount}/{container}.conf"] = $"# {container}\nport = 8080\nlog = info\n";
        return files;
    }

    /// <summary>Names in a folder, folders with a slash; null when there is no such folder.</summary>
    public static IReadOnlyList<string>? List(IReadOnlyDictionary<string, string> files, string folder)
    {
        var prefix = folder == "/" ? "/" : folder + "/";
        var names = files.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..])
            .Select(rest => rest.Contains('/', StringComparison.Ordinal) ? rest[..(rest.IndexOf('/', StringComparison.Ordinal) + 1)] : rest)
            .Where(name => !name.StartsWith('.')).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count > 0 || files.Keys.Any(path => path.StartsWith(prefix, StringComparison.Ordinal)) ? names : null;
    }

    public static string Resolve(string from, string path)
    {
        var parts = new Stack<string>();
        foreach (var part in (path.StartsWith('/') ? path : $"{from}/{path}").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..") parts.TryPop(out _);
            else if (part != ".") parts.Push(part);
        }

        return "/" + string.Join('/', parts.Reverse());
    }
}
