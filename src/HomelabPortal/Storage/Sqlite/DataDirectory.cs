using HomelabPortal.Platform;

namespace HomelabPortal.Storage.Sqlite;

/// <summary>The folder of the database and keys: checked once, and held by one portal at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private static readonly string[] _networkFileSystems = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.glusterfs", "ceph", "afs"];
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream fileLock)
    {
        Path = path;
        _lock = fileLock;
    }

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "portal.db");

    /// <exception cref="StartupException">The folder cannot be used; the message says why and what to do.</exception>
    public static DataDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(full);
            else
                Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"Portal:DataDirectory {full} cannot be made: {fault.Message} Give a folder this user may write.");
        }

        RefuseNetworkFileSystem(full);
        return new DataDirectory(full, Lock(full));
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartupException($"Portal:DataDirectory {path} cannot be written. Give a folder this user may write.");
        }
        catch (IOException)
        {
            throw new StartupException($"Portal:DataDirectory {path} is in use by another portal. Stop that one, or give this one a folder of its own.");
        }
    }

    private static void RefuseNetworkFileSystem(string path)
    {
        if (!File.Exists("/proc/self/mountinfo"))
            return;
        var kind = FileSystemOf(path, File.ReadLines("/proc/self/mountinfo"));
        if (kind is not null && _networkFileSystems.Contains(kind))
        {
            throw new StartupException(
                $"Portal:DataDirectory {path} is on a network file system ({kind}), where SQLite can lose data. Use a local disk or a block volume.");
        }
    }

    /// <summary>The file system of the longest mount point above the path.</summary>
    internal static string? FileSystemOf(string path, IEnumerable<string> mounts) =>
        mounts.Select(line => line.Split(' '))
            .Where(fields => fields.Length > 8)
            .Select(fields => (Mount: fields[4], Kind: fields[Array.IndexOf(fields, "-") + 1]))
            .Where(mount => path == mount.Mount || path.StartsWith(mount.Mount.TrimEnd('/') + "/", StringComparison.Ordinal))
            .OrderBy(mount => mount.Mount.Length)
            .Select(mount => mount.Kind)
            .LastOrDefault();
}
