namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <param name="At">Where in the value, such as <c>/result/0/comment</c>.</param>
internal sealed record Violation(string At, string Says)
{
    public override string ToString() => $"{At}: {Says}";
}
