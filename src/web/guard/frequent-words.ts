/** Words that people make tokens of: the most frequent ones of the sample articles in corpus/, and those of bad passwords. */
export const FREQUENT_WORDS: readonly string[] = `
about access according account accused added admin administrator after again against agency agreed alarm all alone
alpha already and angel anonymity any anybody apple are argued ask asked audit authority back backup ball ban bank
baseball batman battery beans because been before begun behind being believe beta between bin black blue boat book
border both box briefed but cable call called came can case cat cautioned cent change changeme charge chief city
client closed closer closure come comment commissioner company condition contract contractor contracts correct cost
could council count country county court crew cross cut cuts database day days debug decision declined default demo
denied department deploy described desk did director discuss does dog door down draft dragon drawn drill drilling
each early editor editorial election eleven empty end engineer engineers every example executive facebook failed
families fears ferry figure final find fire first fish floor flower follow football for found four freedom friday
friend from gave general github gone google green ground guess guesses guest had half hand has have health hear
heard hearsay held hello her here hidden him his history hit home homes horse hospital hours house how hungry hunter
insisted inspected internet interview investigators its itself journal judge jury keep kept key killer knew known
lake landing last late later leave left less let letmein life like line linux list local localhost log login london
long love machine made magic man manager many market master may media meeting met metre midnight mill million
minister ministry monday money monkey month more most mother mouse music must mysql name named neither never new
news newspaper newsroom next night nine nobody noon nor not note nothing now number off offered office officer
official officials old one only opposition oracle orange order ordered our out over own paper paris pass passphrase
password patient pay people per percent person plan plans please poll postgres press price princess private
production project promised public published pumps purple put questions qwerty random reach reached read reader
readonly recalled red refused rejected replied report reporter reports request residents result reversed review
right rise rock room root ruled runs sacks said sample samsung saw say says scheme season second secret secretary
secure security seen senior server service set seven shadow she should show shut sides sign signed silent silver
since single site sites six small some somebody speak spoke spokesman staff staging staple star state statement
states station stop stopped storm strike strong study summer sunday sunshine super superman support survey system
table take taken talks team telephone tell temp temporary test tester testing text than that the theatre their them
there they third this three through time token told took trade traders true trust tuesday tunnel two under
unguessable union until urged used user username van version very vote voted wall want wants ward warned was water
way wednesday week weeks welcome went were what when where whether which white who whose why will windows winter
with within without wizard won word words work worked would write writer wrong wrote year years yellow you your`
  .trim()
  .split(/\s+/)
