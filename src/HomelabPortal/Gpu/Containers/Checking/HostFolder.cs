namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>
/// Pure: whether a folder of a host may be mounted into a container.
/// <code>
/// not absolute, or not the plain form of itself (.., ., //, a colon)   no
/// a folder that the system lives in, or a socket                       no, whatever the roots
/// an allowed root, or beneath one                                      yes
/// any other                                                            no
/// </code>
/// </summary>
internal static class HostFolder
{
    private const int MostLetters = 1024;

    /// <summary>Whoever writes here owns the machine, or reads what it keeps secret.</summary>
    private static readonly string[] _system =
    [
        "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/root", "/run", "/sbin", "/sys", "/usr", "/var/run", "/var/log",
        "/var/lib/docker", "/var/lib/containerd", "/var/lib/kubelet", "/var/lib/rancher", "/var/spool",
    ];

    /// <summary>Why the folder may not be mounted, or null when it may.</summary>
    public static string? WhyNot(string path, IReadOnlyCollection<string> roots)
    {
        if (WhyUnplain(path) is { } why)
            return why;
        if (WhySystem(path) is { } system)
            return system;
        if (roots.Any(root => IsWithin(path, root)))
            return null;
        return roots.Count == 0
            ? $"{path} is a folder of the host, and none may be mounted. Use a volume, or allow folders with the setting Containers:BindRoots."
            : $"{path} is not under an allowed folder: {string.Join(", ", roots)}.";
    }

    /// <summary>Why nothing beneath the folder may be allowed, or null.</summary>
    public static string? WhyNoRoot(string root) => WhyUnplain(root) ?? WhySystem(root);

    /// <summary>Equal or beneath, by whole parts of the path.</summary>
    public static bool IsWithin(string path, string root) =>
        path.Equals(root, StringComparison.Ordinal) || path.StartsWith(root + "/", StringComparison.Ordinal);

    /// <summary>A path that is not in its plain form may mean another folder than it seems to.</summary>
    public static string? WhyUnplain(string path)
    {
        if (path.Length == 0 || path[0] != '/')
            return $"“{path}” is not a full path: it begins with a slash.";
        if (path.Length > MostLetters)
            return "The path is too long.";
        if (path.Any(c => char.IsControl(c) || c is ':' or '\\' or ','))
            return "A path has no colons, commas, backslashes or control characters here.";
        return path[1..].Split('/') is var parts && parts.All(part => part is not ("" or "." or ".." or "~") && part == part.Trim())
            ? null
            : $"“{path}” is not in its plain form: no double slashes, none at the end, no “.” or “..”.";
    }

    private static string? WhySystem(string path)
    {
        if (path.EndsWith(".sock", StringComparison.OrdinalIgnoreCase))
            return "A socket of the host hands out the host's own rights.";
        // Case folds too: a host's file system may not tell the two apart.
        var folded = path.ToLowerInvariant();
        var system = _system.FirstOrDefault(folder => IsWithin(folded, folder) || IsWithin(folder, folded));
        return system is null ? null : $"{path} holds or is part of the host's own {system}.";
    }
}
