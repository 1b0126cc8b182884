using System.Text.RegularExpressions;
using HomelabPortal.Desired;

namespace HomelabPortal.Tunnels.Editing;

/// <summary>Pure: reads a free rule and finds every fault at once, by member.</summary>
internal static class RuleChecks
{
    public const string NameField = "name";
    public const string PathField = "path";
    public const string ServiceField = "service";
    public const string SettingsField = "originRequest";
    public const string LoginField = "loginPolicy";
    private const int MostPath = 500;

    public static (TunnelEntry? Entry, IReadOnlyDictionary<string, string> Faults) Read(RuleText text, string id, string tunnelId, int rank, DesiredState state)
    {
        var faults = new Dictionary<string, string>();
        if (!RecordName.TryParse(text.Name, out var name, out var fault))
            faults[NameField] = fault;
        var service = text.Service?.Trim() ?? "";
        if (RuleServices.FaultOf(service) is { } wrong)
            faults[ServiceField] = wrong;
        var path = text.Path?.Trim() is { Length: > 0 } typed ? typed : null;
        if (path is not null && FaultOfPath(path, service) is { } badPath)
            faults[PathField] = badPath;
        var (settings, badSettings) = OriginSettings.Read(text.OriginRequest);
        if (badSettings is not null)
            faults[SettingsField] = badSettings;
        var policy = string.IsNullOrEmpty(text.LoginPolicy) ? null : text.LoginPolicy;
        if (policy is null && !text.IsPublicWithoutLogin)
            faults[LoginField] = "Choose a login policy, or confirm that the name is public without a login.";
        else if (policy is not null && state.FindLoginPolicy(policy) is null)
            faults[LoginField] = "There is no such login policy.";
        return faults.Count > 0 ? (null, faults) : (new TunnelEntry
        {
            Id = id,
            TunnelId = tunnelId,
            Name = name,
            Path = path,
            Service = service,
            OriginRequest = settings?.ToJsonString(),
            LoginPolicy = policy,
            IsPublicWithoutLogin = policy is null,
            HasRecord = text.HasRecord,
            Rank = rank,
        }, faults);
    }

    /// <summary>cloudflared knows no look-around and no back-references; neither does the engine that is asked here.</summary>
    private static string? FaultOfPath(string path, string service)
    {
        if (!RuleServices.TakesPath(service))
            return "Only a rule for HTTP can have a path; with tcp, ssh, rdp and smb it would break the tunnel.";
        if (path.Length > MostPath || path.Any(char.IsControl))
            return $"A path has at most {MostPath} characters on one line.";
        try
        {
            _ = new Regex(path, RegexOptions.NonBacktracking);
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return "The path is a regular expression, for example ^/api. This one cannot be read, or uses what cloudflared does not know.";
        }
    }
}
