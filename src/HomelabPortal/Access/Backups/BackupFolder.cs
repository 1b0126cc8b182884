using System.Collections.Immutable;
using System.Globalization;
using HomelabPortal.Storage.Sqlite;

namespace HomelabPortal.Access.Backups;

/// <summary>The folder of the copies. A name from outside is only ever compared with what lies there, never made into a path.</summary>
internal sealed class BackupFolder(DataDirectory directory)
{
    public const int Kept = 14;
    private const string Prefix = "portal-";
    private const string Extension = ".db";
    private const string Moment = "yyyyMMdd-HHmmss";
    private const string HashExtension = ".sha256";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string Folder => Path.Combine(directory.Path, "backups");

    public ImmutableArray<BackupInfo> List() => !Directory.Exists(Folder)
        ? []
        : [.. new DirectoryInfo(Folder).GetFiles($"{Prefix}*{Extension}").Select(InfoOf).OfType<BackupInfo>().OrderByDescending(copy => copy.At)];

    /// <summary>Null when there is no copy of that name.</summary>
    public string? FindPath(string name) => List().FirstOrDefault(copy => copy.Name == name) is { } copy ? Path.Combine(Folder, copy.Name) : null;

    /// <summary>Where a new copy is made; it gets its name when it is found to be good.</summary>
    public string NewTemporary()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, OwnerOnly | UnixFileMode.UserExecute);
        foreach (var abandoned in Directory.GetFiles(Folder, "*.tmp"))
            File.Delete(abandoned);
        return Path.Combine(Folder, "new.tmp");
    }

    /// <summary>Names a good copy, with its hash beside it, and lets the oldest go.</summary>
    public BackupInfo Take(string temporary, DateTimeOffset now, string sha256)
    {
        var name = $"{Prefix}{now.ToString(Moment, CultureInfo.InvariantCulture)}{Extension}";
        var path = Path.Combine(Folder, name);
        if (File.Exists(path))
            throw new BackupException("A copy was made this very second. Look at the list.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(temporary, OwnerOnly);
        File.WriteAllText(path + HashExtension, $"{sha256}  {name}\n");
        File.Move(temporary, path);
        foreach (var old in List().Skip(Kept))
        {
            File.Delete(Path.Combine(Folder, old.Name));
            File.Delete(Path.Combine(Folder, old.Name + HashExtension));
        }

        return new BackupInfo(name, now, new FileInfo(path).Length, sha256);
    }

    private static BackupInfo? InfoOf(FileInfo file)
    {
        var text = file.Name[Prefix.Length..^Extension.Length];
        if (!DateTimeOffset.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return null;
        var hash = file.FullName + HashExtension;
        return new BackupInfo(file.Name, at, file.Length, File.Exists(hash) ? File.ReadAllText(hash).Split(' ')[0] : null);
    }
}
