namespace HomelabPortal.Access.Authority;

/// <summary>What a token can be limited to. A token never does more than its account may.</summary>
internal static class Scopes
{
    public const string ReadLab = "lab:read";
    public const string ReadAudit = "audit:read";
    public const string WriteExposures = "exposures:write";
    public const string Publish = "exposures:publish";
    public const string WriteRecords = "records:write";
    public const string WriteTunnels = "tunnels:write";
    public const string WriteLoginPolicies = "logins:write";
    public const string WritePolicy = "policy:write";
    public const string WriteApplies = "applies:write";
    public const string ReadManifests = "manifests:read";
    public const string ReadLogs = "logs:read";
    public const string OpenShells = "shells:open";
    public const string ActOnWorkloads = "workloads:act";
    public const string ActOnNodes = "nodes:act";
    public const string WriteContainers = "containers:write";
    public const string WriteChecks = "checks:write";
    public const string WriteNotifications = "notifications:write";
}
