using Anmin.Funeral.Arrangement;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Reception;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Desk;

/// <summary>Hall and furnace of an edition: booked together in the commit of the submit, or not at all.</summary>
internal sealed class DeskBookings(CaseFile file, IBookings bookings, DispositionClocks clocks)
{
    private const string Farewell = "farewell", Cremation = "cremation";
    private static readonly TimeSpan ShortestCremation = TimeSpan.FromMinutes(10);

    /// <summary>What is booked already and still wanted stays; what is no longer wanted is given back first.</summary>
    public async Task<Outcome<Done>> BookAsync(DeathCase opened, ArrangementVersion.Choice choice, CancellationToken ct)
    {
        if (choice.CremationAt is { } at && TooEarly(opened, at) is { } early) return early;
        var wanted = new List<(string Purpose, BookingLine Line, string Field)>();
        if (choice is { Hall: { } hall, FarewellAt: { } from, FarewellUntil: { } until }) wanted.Add((Farewell, new(hall, from, until), "Hall"));
        if (choice is { Cremator: { } cremator, CremationAt: { } start }) wanted.Add((Cremation, new(cremator, start, start + await LengthAsync(cremator, ct)), "Cremator"));
        foreach (var booked in (await bookings.OfSubjectAsync(opened.Id, ct)).Where(b => b is { Purpose: Farewell or Cremation, State: BookingState.Held or BookingState.Confirmed }))
        {
            if (wanted.RemoveAll(w => w.Purpose == booked.Purpose && w.Line.Resource == booked.Resource && w.Line.From == booked.From) > 0) continue;
            if (!(await bookings.CancelAsync(booked.Id, "洽谈变更", ct)).Try(out _, out var problem)) return problem;
        }
        foreach (var (purpose, line, field) in wanted)
        {
            var wish = new BookingWish(opened.Id, purpose, [line]) { Size = purpose == Farewell ? choice.People : 0, Needs = opened.Infectious && purpose == Cremation ? ["infectious"] : [] };
            if (!(await bookings.BookAsync(wish, ct)).Try(out _, out var refused)) return refused.At(field);
        }
        return Done.It;
    }

    /// <summary>Minutes a furnace takes for one, from the register.</summary>
    public async Task<TimeSpan> LengthAsync(string cremator, CancellationToken ct)
    {
        var minutes = await file.Db.Resources.AsNoTracking().Where(r => r.Id == cremator).Select(r => r.Size).FirstOrDefaultAsync(ct);
        var length = TimeSpan.FromMinutes(minutes);
        return length < ShortestCremation ? ShortestCremation : length;
    }

    private Problem? TooEarly(DeathCase opened, DateTimeOffset at)
    {
        if (!clocks.Earliest(opened.Division, opened.DiedAt ?? opened.ReportedAt, opened.Infectious).Try(out var earliest, out var problem)) return problem;
        return at < earliest && !opened.Infectious ? FuneralProblems.TooEarly(Certificates.Words.Moment(earliest, file.Zone)).At("CremationAt") : null;
    }
}
