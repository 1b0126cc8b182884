namespace HomelabPortal.Lab;

/// <summary>Where the data lies when no setting says so: one folder per mode, so that a simulated lab never meets the data of a real one.</summary>
internal static class DataFolder
{
    public const string Key = "Portal:DataDirectory";

    public static string Of(WebApplicationBuilder builder) =>
        builder.Configuration[Key]
        ?? Path.Combine(builder.Environment.ContentRootPath, "data", ModeOf(builder).ToString().ToLowerInvariant());

    /// <summary>A mode that is none is reported with the other faults.</summary>
    private static LabMode ModeOf(WebApplicationBuilder builder) =>
        Enum.TryParse<LabMode>(builder.Configuration["Lab:Mode"], ignoreCase: true, out var mode)
            ? mode
            : builder.Environment.IsDevelopment() ? LabMode.Simulated : LabMode.Real;
}
