using Microsoft.AspNetCore.Authorization;

namespace HomelabPortal.Access.Authority;

/// <summary>Put on an endpoint or page: only who may do the act gets in.</summary>
internal sealed class RequireActAttribute(Act act) : AuthorizeAttribute(PolicyOf(act))
{
    public Act Act => act;

    public static string PolicyOf(Act act) => $"act:{act}";
}
