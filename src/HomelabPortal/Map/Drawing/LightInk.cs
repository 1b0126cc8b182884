using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Drawing;

/// <summary>The light colours of <c>css/tokens.css</c>, for a picture that leaves the portal; a test holds them against that file.</summary>
internal static class LightInk
{
    public const string Paper = "#f5f5f2";
    public const string Panel = "#ffffff";
    public const string Line = "#e3e2dd";
    public const string LineStrong = "#8c8b85";
    public const string Text = "#1b1c20";
    public const string Soft = "#565962";
    public const string Faint = "#686b73";

    public static string Ink(HealthState state) => state switch
    {
        HealthState.Healthy => "#17744a",
        HealthState.Progressing => "#1a5fae",
        HealthState.Degraded => "#845400",
        HealthState.Broken => "#b1202f",
        HealthState.Off => "#686b73",
        _ => "#5f626a",
    };

    public static string Wash(HealthState state) => state switch
    {
        HealthState.Healthy => "#e3f3ea",
        HealthState.Progressing => "#e4effb",
        HealthState.Degraded => "#fbf0da",
        HealthState.Broken => "#fde9e9",
        HealthState.Off => "#ffffff",
        _ => "#ecebe7",
    };
}
