using HomelabPortal.Platform;

namespace HomelabPortal.Secrets;

internal sealed class SecretsOptions : IValidatedOptions
{
    public static string Section => "Secrets";

    /// <summary>
    /// A file with the master key: 32 random bytes in base64 or hex, the current key on the first line, older ones that are still accepted below it.
    /// Without it the portal makes <c>master.key</c> in the data directory, which is for trying out on one machine.
    /// </summary>
    public string? MasterKeyFile { get; set; }

    public IEnumerable<string> Faults()
    {
        if (MasterKeyFile is null)
            yield break;
        if (MasterKeys.FileFaultOf(MasterKeyFile) is { } fault)
            yield return fault;
    }
}
