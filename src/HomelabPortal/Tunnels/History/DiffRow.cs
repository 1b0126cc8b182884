namespace HomelabPortal.Tunnels.History;

/// <summary>One line of two texts side by side; a side without a line is null.</summary>
public sealed record DiffRow(string? Left, string? Right)
{
    public bool IsSame => Left == Right;
}
