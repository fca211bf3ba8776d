using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Cemetery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cemetery_ground",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    service_area = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    approval = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_ground", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_section",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    use_item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    care_item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    total = table.Column<int>(type: "integer", nullable: false),
                    free = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_section", x => x.id);
                    table.CheckConstraint("cemetery_section_counts", "free >= 0 and free <= total");
                });

            migrationBuilder.CreateTable(
                name: "cemetery_position",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    layer = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    stone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_cm2 = table.Column<int>(type: "integer", nullable: true),
                    stone_height_cm = table.Column<int>(type: "integer", nullable: true),
                    hardened_cm2 = table.Column<int>(type: "integer", nullable: true),
                    for_body = table.Column<bool>(type: "boolean", nullable: false),
                    x = table.Column<int>(type: "integer", nullable: true),
                    y = table.Column<int>(type: "integer", nullable: true),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    blocked_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_position", x => x.id);
                    table.CheckConstraint("cemetery_position_blocked", "(state = 'Blocked') = (blocked_for is not null)");
                    table.CheckConstraint("cemetery_position_sizes", "capacity between 1 and 100000 and coalesce(area_cm2, 0) >= 0 and coalesce(stone_height_cm, 0) >= 0 and coalesce(hardened_cm2, 0) >= 0");
                    table.ForeignKey(
                        name: "FK_cemetery_position_cemetery_section_section_id",
                        column: x => x.section_id,
                        principalTable: "cemetery_section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_right",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    position_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lapses_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    holder_name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    holder_initials = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    holder_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    holder_phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    relation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    basis_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    user_initials = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    user_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    approved_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    term_from = table.Column<DateOnly>(type: "date", nullable: true),
                    term_until = table.Column<DateOnly>(type: "date", nullable: true),
                    care_paid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    use_fen = table.Column<long>(type: "bigint", nullable: false),
                    care_fen_per_year = table.Column<long>(type: "bigint", nullable: false),
                    price_list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: true),
                    certificate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ending = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    disputed_since = table.Column<DateOnly>(type: "date", nullable: true),
                    holder_id_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    holder_phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    user_id_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_right", x => x.id);
                    table.CheckConstraint("cemetery_right_ended", "(state = 'Ended') = (ended_on is not null) and (state = 'Ended') = (ending is not null)");
                    table.CheckConstraint("cemetery_right_exception", "basis is null or basis in ('CremationCertificate', 'DeathCertificate', 'OldRegister') or approved_by is not null");
                    table.CheckConstraint("cemetery_right_lapses", "state not in ('Held', 'Signed') or lapses_at is not null");
                    table.CheckConstraint("cemetery_right_money", "use_fen >= 0 and care_fen_per_year >= 0");
                    table.CheckConstraint("cemetery_right_signed", "state in ('Held', 'Lapsed', 'Cancelled') or (number is not null and signed_on is not null and holder_name is not null and basis is not null)");
                    table.CheckConstraint("cemetery_right_term", "term_until is null or term_until >= term_from");
                    table.CheckConstraint("cemetery_right_two", "approved_by is null or signed_by is null or approved_by <> signed_by");
                    table.ForeignKey(
                        name: "FK_cemetery_right_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_fee_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    right_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_fee_entry", x => x.id);
                    table.CheckConstraint("cemetery_fee_entry_sound", "fen >= 0 and until >= \"from\"");
                    table.ForeignKey(
                        name: "FK_cemetery_fee_entry_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_interment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    position_id = table.Column<Guid>(type: "uuid", nullable: false),
                    right_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: false),
                    initials = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ashes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    part = table.Column<int>(type: "integer", nullable: false),
                    cremation_certificate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    died_on = table.Column<DateOnly>(type: "date", nullable: true),
                    interred_on = table.Column<DateOnly>(type: "date", nullable: true),
                    interred_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    removed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    person_id_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_interment", x => x.id);
                    table.CheckConstraint("cemetery_interment_part", "part between 0 and 9");
                    table.CheckConstraint("cemetery_interment_removed", "(removed_on is null) = (removed_for is null)");
                    table.CheckConstraint("cemetery_interment_scattered", "kind <> 'Scattered' or removed_on is null");
                    table.ForeignKey(
                        name: "FK_cemetery_interment_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cemetery_interment_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_right_term",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    right_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_right_term", x => x.id);
                    table.CheckConstraint("cemetery_right_term_period", "until >= \"from\" and fen >= 0");
                    table.ForeignKey(
                        name: "FK_cemetery_right_term_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_entry_institution_on",
                table: "cemetery_fee_entry",
                columns: new[] { "institution", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_entry_right_id_from",
                table: "cemetery_fee_entry",
                columns: new[] { "right_id", "from" });

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_ashes",
                table: "cemetery_interment",
                column: "ashes",
                unique: true,
                filter: "ashes is not null and removed_on is null");

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_person",
                table: "cemetery_interment",
                columns: new[] { "person_id_index", "part" },
                unique: true,
                filter: "person_id_index is not null and removed_on is null");

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_resting",
                table: "cemetery_interment",
                column: "position_id",
                filter: "removed_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_case_id",
                table: "cemetery_interment",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_initials",
                table: "cemetery_interment",
                column: "initials");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_person_name",
                table: "cemetery_interment",
                column: "person_name");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_right_id",
                table: "cemetery_interment",
                column: "right_id");

            migrationBuilder.CreateIndex(
                name: "cemetery_position_code",
                table: "cemetery_position",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_position_once",
                table: "cemetery_position",
                columns: new[] { "section_id", "row", "layer", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_position_spot",
                table: "cemetery_position",
                columns: new[] { "section_id", "x", "y", "layer" },
                unique: true,
                filter: "x is not null");

            migrationBuilder.CreateIndex(
                name: "cemetery_right_lapsing",
                table: "cemetery_right",
                column: "lapses_at",
                filter: "state in ('Held', 'Signed')");

            migrationBuilder.CreateIndex(
                name: "cemetery_right_number",
                table: "cemetery_right",
                column: "number",
                unique: true,
                filter: "number is not null");

            migrationBuilder.CreateIndex(
                name: "cemetery_right_one",
                table: "cemetery_right",
                column: "position_id",
                unique: true,
                filter: "state in ('Held', 'Signed', 'Paid', 'Active')");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_id_index",
                table: "cemetery_right",
                column: "holder_id_index");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_initials",
                table: "cemetery_right",
                column: "holder_initials");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_name",
                table: "cemetery_right",
                column: "holder_name");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_phone_index",
                table: "cemetery_right",
                column: "holder_phone_index");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_institution_state_term_until",
                table: "cemetery_right",
                columns: new[] { "institution", "state", "term_until" });

            migrationBuilder.CreateIndex(
                name: "cemetery_right_term_seq",
                table: "cemetery_right_term",
                columns: new[] { "right_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_section_code",
                table: "cemetery_section",
                columns: new[] { "institution", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cemetery_fee_entry");

            migrationBuilder.DropTable(
                name: "cemetery_ground");

            migrationBuilder.DropTable(
                name: "cemetery_interment");

            migrationBuilder.DropTable(
                name: "cemetery_right_term");

            migrationBuilder.DropTable(
                name: "cemetery_right");

            migrationBuilder.DropTable(
                name: "cemetery_position");

            migrationBuilder.DropTable(
                name: "cemetery_section");
        }
    }
}
