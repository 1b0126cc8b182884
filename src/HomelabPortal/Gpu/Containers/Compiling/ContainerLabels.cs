namespace HomelabPortal.Gpu.Containers.Compiling;

/// <summary>The marks on a container that the portal made.</summary>
internal static class ContainerLabels
{
    /// <summary>Which portal made it.</summary>
    public const string Managed = "homelabportal.managed";

    /// <summary>The id of the wanted container that it is for.</summary>
    public const string App = "homelabportal.app";

    /// <summary>The specification that it was made from.</summary>
    public const string SpecHash = "homelabportal.spec-hash";

    /// <summary>The server in it was given a key, so that whoever reaches it has to know that.</summary>
    public const string HasKey = "homelabportal.has-key";
}
