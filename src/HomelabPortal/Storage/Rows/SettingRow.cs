namespace HomelabPortal.Storage.Rows;

internal sealed class SettingRow
{
    public const string Policy = "policy";
    public const string Instance = "instance";

    /// <summary>The login policy that a newly published name gets unless another is chosen.</summary>
    public const string DefaultLoginPolicy = "login.default";

    /// <summary>"true" while every tunnel route of the portal's is shut.</summary>
    public const string TunnelsClosed = "tunnels.closed";

    /// <summary>Followed by a tunnel's id: when somebody last insisted on its rules.</summary>
    public const string InsistedOn = "tunnels.insisted.";

    /// <summary>How long the audit is kept.</summary>
    public const string AuditRetention = "audit.retention";

    /// <summary>Audit rows from before this moment, in ticks, may be deleted; triggers let it move forward only.</summary>
    public const string AuditHorizon = "audit.horizon";

    /// <summary>Followed by an account's id: the apps it wants on top, as a JSON array.</summary>
    public const string Favourites = "apps.favourites.";

    /// <summary>Followed by the id of a derived check: "true" while it is turned off.</summary>
    public const string CheckOff = "checks.off.";

    /// <summary>When each hostname last got through and what was on its way, as JSON.</summary>
    public const string PassedTraces = "trace.passed";

    public required string Key { get; set; }

    public required string Value { get; set; }
}
