using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using System.Globalization;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Demonstration;

/// <summary>One invented life's end, step by step, as far as time has got. Steps that lie in the future are left to do.</summary>
internal sealed class DemoCase(IServiceProvider services, DemoWorld world, DivisionBook divisions, TimeZoneInfo zone, Random chance, DateTimeOffset today)
{
    private readonly InventedPeople people = new(chance);
    private DateTimeOffset at;
    private string homeId = "";
    private string boxId = "";
    private bool infectious;
    private string ashes = "";
    private string lastActor = "";

    private sealed class NotYet : Exception;

    public async Task RunAsync(DateTimeOffset died, CancellationToken ct)
    {
        try
        {
            await ChainAsync(died, ct);
        }
        catch (NotYet)
        {
            // the rest of this case is today's work
        }
        finally
        {
            ToldClock.At(null);
        }
    }

    private async Task ChainAsync(DateTimeOffset died, CancellationToken ct)
    {
        var home = people.Pick(world.Homes);
        var towns = divisions.Children(home.Division[..6]);
        var town = people.Pick(towns);
        var villages = divisions.Children(town.Code);
        var place = villages.Count > 0 ? people.Pick(villages).Code : town.Code;
        var nameless = chance.NextDouble() < 0.006;
        var age = people.Age();
        var person = people.Make(DateOnly.FromDateTime(died.UtcDateTime), age, home.Division);
        var kind = chance.NextDouble() switch { < 0.52 => DeathPlaceKind.Home, < 0.87 => DeathPlaceKind.Medical, < 0.93 => DeathPlaceKind.ElderlyHome, < 0.95 => DeathPlaceKind.OnTheWay, _ => DeathPlaceKind.Other };
        var unnatural = nameless || chance.NextDouble() < 0.035;

        (at, homeId) = (died, home.Id);
        infectious = chance.NextDouble() < 0.01;
        Wait(8, 150);
        var reporter = world.CallDesk;
        var report = await AsAsync<ReportDeath, ReportDeath.Request, ReportDeath.Reply>(reporter, new(
            unnatural ? ReportSource.Police : kind == DeathPlaceKind.Medical ? ReportSource.Hospital : chance.NextDouble() < 0.3 ? ReportSource.Village : ReportSource.Hotline,
            nameless ? null : person.Name, nameless, nameless ? IdType.Unknown : IdType.IdCard, nameless ? null : person.Number, person.IsMan ? Sex.Male : Sex.Female, null, place, kind,
            $"{town.Name}{chance.Next(1, 40)}组{chance.Next(1, 120)}号", DemoWorld.Local(died, zone), infectious, unnatural, nameless,
            nameless ? null : people.Name(chance.NextDouble() < 0.6, 50), nameless ? null : people.Phone(), nameless ? null : people.Relation()), ct);
        Wait(4, 25);
        await AsAsync<RequestPickup, RequestPickup.Request, RequestPickup.Reply>(reporter, new(report.CaseId, home.Id, null, chance.Next(1, 7), chance.NextDouble() < 0.4, null, null), ct);
        var early = chance.NextDouble() < 0.6;
        if (early) await EvidenceAsync(report.CaseId, unnatural, died, ct);
        var tag = await PickUpAsync(report.CaseId, home.Id, kind, ct);
        if (!early)
        {
            Wait(180, 900);
            await EvidenceAsync(report.CaseId, unnatural, died, ct);
        }
        await RestAsync(report.CaseId, home.Id, tag, died, nameless, ct);
    }

    private async Task EvidenceAsync(Guid id, bool unnatural, DateTimeOffset died, CancellationToken ct)
    {
        Wait(15, 90);
        var number = unnatural ? $"公（{at.Year}）{chance.Next(100000, 999999)}{chance.Next(100, 999)}" : chance.NextInt64(10_000_000_000_000_000, 99_999_999_999_999_999).ToString(CultureInfo.InvariantCulture);
        await AsAsync<AttachEvidence, AttachEvidence.Request, AttachEvidence.Reply>(Someone(FuneralPermissions.AttachEvidence), new(id, unnatural ? EvidenceKind.PoliceCertificate : EvidenceKind.MedicalCertificate, number, unnatural ? "派出所" : "社区卫生服务中心", DemoWorld.Day(died > at ? at : died, zone)), ct);
    }

    private async Task<string> PickUpAsync(Guid id, string home, DeathPlaceKind kind, CancellationToken ct)
    {
        Wait(25, 140);
        var crew = world.Who(home, FuneralPermissions.RecordPickup);
        var (car, from) = world.Take(home, ResourceKind.Vehicle, at);
        From(from);
        var driver = people.Pick(crew);
        var second = crew.First(c => c.Id != driver.Id);
        var pickup = await AsAsync<RecordPickup, RecordPickup.Request, RecordPickup.Reply>(driver, new(id, car.Id, driver.Id, second.Id, kind == DeathPlaceKind.Medical ? "hospital" : "family", null), ct);
        Wait(20, 80);
        var (box, _) = world.Take(home, ResourceKind.ColdBox, at);
        world.Keep(box.Id, at.AddDays(30));
        await AsAsync<ReceiveRemains, ReceiveRemains.Request, ReceiveRemains.Reply>(Someone(FuneralPermissions.ReceiveRemains), new(id, pickup.Tag, box.Id), ct);
        boxId = box.Id;
        // now and then somebody forgets
        Wait(5, 25);
        if (chance.NextDouble() < 0.93) await AsAsync<RecordDisinfection, RecordDisinfection.Request, Done>(Someone(FuneralPermissions.RecordDisinfection), new(car.Id, "喷洒擦拭", "含氯消毒液 1000mg/L"), ct);
        world.Keep(car.Id, at);
        return pickup.Tag;
    }

    private async Task RestAsync(Guid id, string home, string tag, DateTimeOffset died, bool nameless, CancellationToken ct)
    {
        if (nameless) return;
        var path = chance.NextDouble();
        if (path < 0.012)
        {
            Wait(60, 600);
            var hold = await AsAsync<PlaceHold, PlaceHold.Request, PlaceHold.Reply>(Someone(FuneralPermissions.PlaceHold), new(id, path < 0.008 ? HoldKind.Police : HoldKind.Dispute, "等待核实情况"), ct);
            Wait(60 * 24, 60 * 96);
            await AsAsync<LiftHold, LiftHold.Request, Done>(Someone(FuneralPermissions.LiftHold, but: lastActor), new(id, hold.HoldId, "情况已核实"), ct);
        }
        // nobody comes: the stay runs over its deadline and the letters begin
        if (path is > 0.013 and < 0.018) return;
        ToMorning(1);
        var burial = path is > 0.02 and < 0.026;
        await AsAsync<ConfirmDisposition, ConfirmDisposition.Request, ConfirmDisposition.Reply>(Someone(FuneralPermissions.ConfirmDisposition), new(
            id, burial ? Disposition.Burial : Disposition.Cremation, null, people.Name(chance.NextDouble() < 0.6, 50), people.Phone(), people.Relation(), IdType.Unknown, null, true, chance.NextDouble() < 0.2 ? "家属要求装灰时在场" : null, burial ? "回" : null), ct);
        if (burial)
        {
            Wait(60, 300);
            await AsAsync<RecordBurial, RecordBurial.Request, Done>(Someone(FuneralPermissions.RecordBurial), new(id, "回民公墓"), ct);
            world.Keep(boxId, at);
            return;
        }
        if (chance.NextDouble() < 0.45) await FarewellAsync(id, home, tag, ct);
        await CremateAsync(id, home, tag, died, ct);
        await AshesAsync(id, home, ct);
    }

    private async Task FarewellAsync(Guid id, string home, string tag, CancellationToken ct)
    {
        Wait(60, 200);
        var (room, _) = world.Take(home, ResourceKind.Preparation, at);
        await AsAsync<MoveRemains, MoveRemains.Request, MoveRemains.Reply>(Someone(FuneralPermissions.MoveRemains), new(id, tag, room.Id, null), ct);
        ToMorning(1);
        var (hall, _) = world.Take(home, ResourceKind.Hall, at);
        await AsAsync<MoveRemains, MoveRemains.Request, MoveRemains.Reply>(Someone(FuneralPermissions.MoveRemains), new(id, tag, hall.Id, null), ct);
        Wait(40, 90);
    }

    private async Task CremateAsync(Guid id, string home, string tag, DateTimeOffset died, CancellationToken ct)
    {
        var earliest = died.AddHours(25);
        if (at < earliest) at = earliest;
        ToMorning(0);
        var (furnace, from) = world.Take(home, ResourceKind.Cremator, at, infectious ? "infectious" : null);
        From(from);
        var operators = world.Who(home, FuneralPermissions.StartCremation);
        await AsAsync<CheckTag, CheckTag.Request, CheckTag.Reply>(operators[^1], new(id, tag), ct);
        From(at.AddMinutes(2));
        await AsAsync<StartCremation, StartCremation.Request, StartCremation.Reply>(operators[0], new(id, furnace.Id, tag), ct);
        world.Keep(boxId, at);
        world.Keep(furnace.Id, at.AddMinutes(furnace.Size + 13 + furnace.Turnaround));
        Wait(furnace.Size, furnace.Size + 12);
        ashes = (await AsAsync<FinishCremation, FinishCremation.Request, FinishCremation.Reply>(operators[0], new(id), ct)).AshesNumber;
        Wait(20, 120);
        var issuer = Someone(FuneralPermissions.IssueCertificate);
        await AsAsync<IssueCremationCertificate, IssueCremationCertificate.Request, IssueCremationCertificate.Reply>(issuer, new(id), ct);
        if (chance.NextDouble() < 0.012)
        {
            Wait(600, 3000);
            await AsAsync<ReissueCremationCertificate, ReissueCremationCertificate.Request, ReissueCremationCertificate.Reply>(Someone(FuneralPermissions.ReissueCertificate), new(id, "家属遗失，申请补发"), ct);
        }
    }

    private async Task AshesAsync(Guid id, string home, CancellationToken ct)
    {
        Wait(60, 400);
        var path = chance.NextDouble();
        if (path < 0.04) return;
        if (path < 0.5)
        {
            var clerks = world.Who(home, FuneralPermissions.HandOverAshes);
            var opened = await services.GetRequiredService<CaseFile>().OpenAsync(id, ct);
            await AsAsync<HandOverAshes, HandOverAshes.Request, Done>(clerks[0], new(id, ashes, opened.Value!.Handlers[0].Id, world.Crew[home].First(c => c.Id != clerks[0].Id).Id), ct);
        }
        else if (world.Niche(home) is { } niche)
        {
            if (path < 0.75) await AsAsync<DepositAshes, DepositAshes.Request, DepositAshes.Reply>(Someone(FuneralPermissions.DepositAshes), new(id, ashes, niche, 1), ct);
            else await AsAsync<PlaceAshes, PlaceAshes.Request, PlaceAshes.Reply>(Someone(FuneralPermissions.PlaceAshes), new(id, ashes, niche, 20), ct);
        }
    }

    private Actor Someone(Permission permission, string but = "")
    {
        var own = homeId.Length == 0 ? [] : world.Who(homeId, permission).Where(a => a.Id != but).ToList();
        if (own.Count > 0) return people.Pick(own);
        return new[] { world.CallDesk, world.County, world.City }.First(a => a.May(permission) && a.Id != but);
    }

    private async Task<TReply> AsAsync<TUseCase, TRequest, TReply>(Actor actor, TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, TReply>
    {
        ToldClock.At(at);
        services.GetRequiredService<CurrentActor>().Actor = actor with { Device = "demo" };
        lastActor = actor.Id;
        var outcome = await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<TUseCase>(), request, null, ct);
        return outcome.Try(out var reply, out var problem) ? reply : throw new InvalidOperationException($"{typeof(TUseCase).Name}: {problem.Code}");
    }

    private void Wait(int least, int most)
    {
        From(at.AddMinutes(chance.Next(least, most + 1)));
    }

    private void From(DateTimeOffset when)
    {
        at = when;
        if (at > today) throw new NotYet();
    }

    /// <summary>Families and furnaces work by day: on to the next morning after <paramref name="days"/> nights.</summary>
    private void ToMorning(int days)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var morning = local.Date.AddDays(local.Hour < 6 && days > 0 ? days - 1 : local.Hour >= 15 && days == 0 ? 1 : days).AddHours(7).AddMinutes(chance.Next(0, 300));
        var next = new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
        From(next > at ? next : at);
    }
}
