using HomelabPortal.Desired;
using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

internal sealed class PortalOptions : IValidatedOptions
{
    public static string Section => "Portal";

    /// <summary>Where the database and keys live; relative to the folder the portal runs in.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>The policy of a first start; afterwards it is a setting.</summary>
    public ChangePolicy? Policy { get; set; }

    /// <summary>What to call the lab on the pages.</summary>
    public string? LabName { get; set; }

    /// <summary>
    /// Listening beyond loopback makes everybody who reaches the port an admin until sign-in exists,
    /// so it needs this explicit word and something in front that asks for a login.
    /// </summary>
    public bool AllowWithoutSignIn { get; set; }

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return "Portal:DataDirectory is empty. Give a folder this user may write.";
    }
}
