namespace HomelabPortal.Hostnames.Probing;

/// <summary>A hostname could not be asked; the class says where it ended.</summary>
internal sealed class ProbeFault(ProbeClass kind, string sentence) : Exception(sentence)
{
    public ProbeClass Class => kind;
}
