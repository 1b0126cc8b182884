namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>A variable as the form has it. An empty secret that is kept keeps its value.</summary>
public sealed class VariableLine
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public bool IsSecret { get; set; }

    /// <summary>Written into a file of the container instead of its environment.</summary>
    public bool IsFile { get; set; }

    /// <summary>It has a value already, which is never shown again.</summary>
    public bool IsKept { get; init; }
}
