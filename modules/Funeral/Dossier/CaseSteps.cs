using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Journal;
using Anmin.Ui.Status;

namespace Anmin.Funeral.Dossier;

/// <summary>The course of a case in the head of its page. What the family did not choose is not shown: no cremation where burial is lawful.</summary>
internal static class CaseSteps
{
    public static IReadOnlyList<CaseStep> Of(DeathCase c, IReadOnlyList<JournalEntry> journal)
    {
        DateTimeOffset? At(string kind) => journal.FirstOrDefault(e => e.Kind == kind) is { } entry ? DateTimeOffset.UnixEpoch.AddTicks(entry.At * 10) : null;
        var moves = c.Moves.Where(m => m.Item == Custody.CustodyMove.Body).OrderBy(m => m.Seq).ToList();
        var reached = new List<(string Name, DateTimeOffset? At)>
        {
            ("报告", c.ReportedAt),
            ("证明", c.Evidence.Count > 0 ? c.Evidence.Min(e => e.AttachedAt) : null),
            ("接运", c.Pickups.Where(p => p.PickedUpAt is not null).Max(p => p.PickedUpAt)),
            ("入馆", moves.Find(m => m.FromPlace == nameof(BodyPlace.InVehicle))?.At),
            ("确认", c.Contract?.SignedAt),
        };
        if (c.Contract is { Disposition: Disposition.Burial }) reached.Add(("土葬", At("burial.recorded")));
        else if (c.Remains!.Place == BodyPlace.Released) reached.Add(("外运", At("transfer.approved")));
        else
        {
            reached.Add(("火化", c.Cremation?.FinishedAt));
            reached.Add(("火化证明", c.Certificates.Count > 0 ? c.Certificates.Min(x => x.IssuedAt) : null));
            reached.Add(("骨灰", c.Ashes.Count > 0 && c.Ashes.TrueForAll(a => a.Status != AshesStatus.Held) ? c.Ashes.Max(a => a.Since) : null));
        }
        reached.Add((c.VoidedAt is null ? "办结" : "作废", c.VoidedAt ?? c.ClosedAt));
        var now = c.IsOpen ? reached.FindIndex(s => s.At is null) : -1;
        return [.. reached.Select((s, i) => new CaseStep(s.Name, s.At, s.At is not null ? StepState.Done : i == now ? StepState.Now : StepState.Ahead))];
    }
}
