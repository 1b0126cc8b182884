using System.Xml.Linq;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HomelabPortal.Secrets.KeyRing;

/// <summary>
/// Where the framework's keys for cookies and forms lie: <c>keys/GENERATION</c>, each encrypted by the master key.
/// The generation is the id of the current data key, so that committing a new one switches the ring in the same transaction.
/// </summary>
internal sealed partial class KeyRingFolder(DataDirectory directory, DataKeys keys, MasterKeys master, ILoggerFactory loggers, ILogger<KeyRingFolder> logger) : IXmlRepository
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string Root => Path.Combine(directory.Path, "keys");

    private string Folder => Path.Combine(Root, $"{keys.CurrentId}");

    public IReadOnlyCollection<XElement> GetAllElements() => Repository.GetAllElements();

    public void StoreElement(XElement element, string friendlyName) => Repository.StoreElement(element, friendlyName);

    /// <summary>Clears away the rings of other generations, and keys that an earlier version stored without encryption.</summary>
    /// <exception cref="StartupException">A key of the ring needs a master key that is not there.</exception>
    public void Prepare()
    {
        MakeFolder();
        foreach (var plain in Directory.GetFiles(Root))
        {
            File.Delete(plain);
            Log.PlainKeyDeleted(logger, plain);
        }

        foreach (var other in Directory.GetDirectories(Root).Where(path => path != Folder))
            Directory.Delete(other, recursive: true);
        foreach (var file in Directory.GetFiles(Folder, "*.xml"))
            RefuseUnreadable(file);
    }

    private FileSystemXmlRepository Repository
    {
        get
        {
            MakeFolder();
            return new FileSystemXmlRepository(new DirectoryInfo(Folder), loggers);
        }
    }

    private void MakeFolder()
    {
        foreach (var folder in (string[])[Root, Folder])
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    private void RefuseUnreadable(string file)
    {
        var missing = XDocument.Load(file).Descendants(MasterKeyXmlEncryptor.Element)
            .Select(element => (string?)element.Attribute(MasterKeyXmlEncryptor.KeyId))
            .FirstOrDefault(id => id is null || master.Find(id) is null);
        if (missing is not null)
            throw master.Missing($"The cookie key {file}", missing);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Deleted the unencrypted cookie key {File}; everybody signs in again")]
        public static partial void PlainKeyDeleted(ILogger logger, string file);
    }
}
