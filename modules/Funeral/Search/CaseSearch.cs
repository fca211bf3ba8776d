using Anmin.Funeral.Cases;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Search;

/// <summary>From what somebody typed to the cases meant: numbers exactly, initials and parts of names otherwise.</summary>
internal sealed class CaseSearch(AnminDb db, CaseFile file, Reading reading, DivisionBook divisions)
{
    public sealed record Found(IQueryable<DeathCase> Cases, bool Exact);

    public async Task<Outcome<Found>> QueryAsync(FindCases.Request request, CancellationToken ct)
    {
        var text = request.Q?.Trim() ?? "";
        if (text.Length > 60) return KernelProblems.TooLong(nameof(request.Q), "查找内容", 60);
        var from = reading.Day(request.From, nameof(request.From), "从哪天", required: false);
        var to = reading.Day(request.To, nameof(request.To), "到哪天", required: false);
        if (reading.Problem is { } bad) return bad;
        var meant = text.Length == 0 ? new Found(db.DeathCases, false) : await MeantAsync(text, ct);
        var cases = meant.Cases.AsNoTracking();
        switch (request.Status)
        {
            case null or "": break;
            case "open": cases = cases.Where(c => c.IsOpen); break;
            default:
                if (!Enum.TryParse<CaseStatus>(request.Status, ignoreCase: true, out var status) || !Enum.IsDefined(status)) return FuneralProblems.FilterUnknown with { Field = nameof(request.Status) };
                cases = cases.Where(c => c.Status == status);
                break;
        }
        if (!string.IsNullOrWhiteSpace(request.Institution)) cases = cases.Where(c => c.Institution == request.Institution);
        if (!string.IsNullOrWhiteSpace(request.County)) cases = cases.Where(c => c.Division.StartsWith(request.County));
        if (request.Hold is true) cases = cases.Where(c => c.Holds.Any(h => h.LiftedAt == null));
        if (from is { } first) cases = cases.Where(c => c.ReportedAt >= LocalClock.StartOf(first, file.Zone));
        if (to is { } last) cases = cases.Where(c => c.ReportedAt < LocalClock.EndOf(last, file.Zone));
        return new Found(cases, meant.Exact);
    }

    private async Task<Found> MeantAsync(string text, CancellationToken ct)
    {
        var number = TypedText.Compact(text);
        var upper = TypedText.Narrow(text).Trim().ToUpperInvariant();
        var digits = number.Any(char.IsAsciiDigit);
        if (digits && await NumberedAsync(upper, number, ct) is { } numbered) return numbered;
        if (digits && PhoneNumber.Parse(text).Try(out var phone, out _))
        {
            var index = db.BlindIndex(phone.Normal);
            return new(db.DeathCases.Where(c => c.Handlers.Any(h => EF.Property<byte[]>(h, "PhoneIndex") == index)), false);
        }
        if (!digits && number.All(char.IsAsciiLetter))
        {
            var initials = number.ToLowerInvariant();
            var whole = await db.DeathCases.AnyAsync(c => c.Initials == initials, ct);
            if (whole) return new(db.DeathCases.Where(c => c.Initials == initials), false);
            if (await db.DeathCases.AnyAsync(c => c.Initials.StartsWith(initials), ct)) return new(db.DeathCases.Where(c => c.Initials.StartsWith(initials)), false);
        }
        var pattern = "%" + text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
        return new(db.DeathCases.FromSql($"select * from funeral_case where name like {pattern} escape '!'"), false);
    }

    /// <summary>Exactly one thing's number: by unique indexes, one after another.</summary>
    private async Task<Found?> NumberedAsync(string upper, string compact, CancellationToken ct)
    {
        Found Exactly(IQueryable<DeathCase> cases) => new(cases, true);
        var cases = db.DeathCases;
        if (await cases.AnyAsync(c => c.Number == upper || c.Number == compact, ct)) return Exactly(cases.Where(c => c.Number == upper || c.Number == compact));
        if (await cases.AnyAsync(c => c.Remains!.Tag == compact, ct)) return Exactly(cases.Where(c => c.Remains!.Tag == compact));
        if (await cases.AnyAsync(c => c.Certificates.Any(x => x.Number == upper), ct)) return Exactly(cases.Where(c => c.Certificates.Any(x => x.Number == upper)));
        if (await cases.AnyAsync(c => c.Ashes.Any(x => x.Number == upper), ct)) return Exactly(cases.Where(c => c.Ashes.Any(x => x.Number == upper)));
        if (await cases.AnyAsync(c => c.Pickups.Any(x => x.Number == upper), ct)) return Exactly(cases.Where(c => c.Pickups.Any(x => x.Number == upper)));
        foreach (var type in (IdType[])[IdType.IdCard, IdType.Passport, IdType.HouseholdRegister, IdType.OfficerCard, IdType.HongKongMacaoPermit, IdType.TaiwanPermit, IdType.Other])
        {
            if (!IdNumber.Parse(type, compact, file.Today, divisions.IsPlausible).Try(out var id, out _)) continue;
            var index = db.BlindIndex(id.Normal);
            if (await cases.AnyAsync(c => EF.Property<byte[]>(c, "PersonIdIndex") == index, ct)) return Exactly(cases.Where(c => EF.Property<byte[]>(c, "PersonIdIndex") == index));
        }
        return null;
    }
}
