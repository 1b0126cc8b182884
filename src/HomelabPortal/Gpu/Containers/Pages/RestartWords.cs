using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Pages;

/// <summary>When Docker starts a container again, for people.</summary>
internal static class RestartWords
{
    public static string Of(RestartRule rule) => rule switch
    {
        RestartRule.No => "never",
        RestartRule.OnFailure => "after a failure",
        RestartRule.Always => "always",
        _ => "unless it was stopped",
    };
}
