using System.Text;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Containers.Secrets;

/// <summary>
/// Pure: secrets as files of a container. They are written into the container's own layer after it is created and before it starts:
/// so they are in no answer of the Docker API, and a stop, a restart or a new start of the daemon keeps them,
/// which a file system in memory would not.
/// </summary>
internal static class SecretFile
{
    private const string Folder = "run/secrets";
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>By the habit of many images: what reads PASSWORD reads PASSWORD_FILE as well.</summary>
    public static string VariableOf(string name) => $"{name}_FILE";

    public static string PathOf(string name) => $"/{Folder}/{name}";

    /// <summary>Below the root of the container. Any user in it may read them: images run as whom they like.</summary>
    public static IReadOnlyList<ArchiveFile> Of(DesiredContainer container, IReadOnlyDictionary<string, string> values) =>
    [
        .. container.Variables.Where(variable => variable is { IsFile: true, IsSecret: true })
            .Select(variable => new ArchiveFile($"{Folder}/{variable.Name}", Encoding.UTF8.GetBytes(values[variable.Secret!]), Readable)),
    ];
}
