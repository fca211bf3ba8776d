namespace Anmin.Funeral.Cases;

internal sealed partial class DeathCase
{
    public void NoteWish(bool farewell, DateTimeOffset? wishedAt) => Note("schedule.wished", new { farewell, wishedAt });
}
