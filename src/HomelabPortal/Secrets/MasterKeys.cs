using System.Collections.Immutable;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Sqlite;

namespace HomelabPortal.Secrets;

/// <summary>The master keys of this start: the current one, by which everything new is sealed, and older ones that still open.</summary>
internal sealed class MasterKeys
{
    public const string FileName = "master.key";
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;
    private readonly ImmutableArray<MasterKey> _keys;

    private MasterKeys(string path, ImmutableArray<MasterKey> keys, bool isInDataDirectory)
    {
        _keys = keys;
        Path = path;
        IsInDataDirectory = isInDataDirectory;
    }

    public MasterKey Current => _keys[0];

    public string Path { get; }

    /// <summary>Beside what it encrypts: good enough to try out, and a copy of the folder holds both.</summary>
    public bool IsInDataDirectory { get; }

    /// <summary>False for a key made just now that was not written to its file yet.</summary>
    public bool IsSaved { get; private set; } = true;

    /// <summary>Reads the file, or makes a key for a data directory that has none; it is written by <see cref="Save"/>, when it is known that nothing needs another.</summary>
    /// <exception cref="StartupException">The file cannot be used; the message says why and what to do.</exception>
    public static MasterKeys Open(SecretsOptions options, DataDirectory directory)
    {
        var path = options.MasterKeyFile ?? System.IO.Path.Combine(directory.Path, FileName);
        var isInDataDirectory = options.MasterKeyFile is null;
        if (isInDataDirectory && !File.Exists(path))
            return new MasterKeys(path, [MasterKey.Make()], isInDataDirectory) { IsSaved = false };
        if (FileFaultOf(path) is { } fault)
            throw new StartupException(fault);
        return new MasterKeys(path, [.. Lines(path).Select(MasterKey.Parse).OfType<MasterKey>()], isInDataDirectory);
    }

    public MasterKey? Find(string id) => _keys.FirstOrDefault(key => key.Id == id);

    /// <summary>What a person has to do when something is sealed by a key that is not here.</summary>
    public StartupException Missing(string what, string keyId) => new(
        $"{what} is encrypted with the master key {keyId}, and {Where} does not hold it. Put that key back; an older one belongs on a line of its own below the current one.");

    private string Where => IsSaved ? $"{Path} (which holds {string.Join(", ", _keys.Select(key => key.Id))})" : $"the missing file {Path}";

    /// <summary>Writes a key that was made just now, readable for this user only and on disk before anything depends on it.</summary>
    public void Save()
    {
        if (IsSaved)
            return;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(Path, options))
        {
            using var writer = new StreamWriter(file, leaveOpen: true);
            writer.WriteLine(Current.ToFileLine());
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        IsSaved = true;
    }

    /// <summary>Why a key file cannot be used, or null. Says nothing of what is in it.</summary>
    public static string? FileFaultOf(string path)
    {
        try
        {
            using (var file = File.OpenHandle(path))
            {
                // By the handle: a mounted secret is a link, and the mode of its target counts.
                if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
                    return $"Secrets:MasterKeyFile {path} can be read or written by other users of this machine. Keep it to the portal's user: chmod 600 {path}, in Kubernetes defaultMode: 0400.";
            }

            var lines = Lines(path);
            if (lines.Count == 0)
                return $"Secrets:MasterKeyFile {path} is empty. {HowToMake(path)}";
            var odd = lines.FindIndex(line => MasterKey.Parse(line) is null);
            return odd < 0 ? null : $"Secrets:MasterKeyFile {path} has no key on line {odd + 1}: each line is 32 random bytes in base64 or hex. {HowToMake(path)}";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"Secrets:MasterKeyFile {path} cannot be read: {fault.Message} {HowToMake(path)}";
        }
    }

    public static string HowToMake(string path) => $"A new key is made by: umask 077 && head -c 32 /dev/urandom | base64 > {path}";

    private static List<string> Lines(string path) => [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line))];
}
