namespace Anmin.Funeral.Cases;

/// <summary>What a family does with their own case over the public pages.</summary>
internal sealed partial class DeathCase
{
    public void NoteShared(Guid share, DateTimeOffset until) => Note("case.shared", new { share, until });

    public void NoteShareEnded(Guid share) => Note("case.share-ended", new { share });
}
